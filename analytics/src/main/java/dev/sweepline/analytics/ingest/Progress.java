package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.source.Slice;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Says how far the reading is, as tasks end: a line every few seconds. Spark counts what a task
 * found only when it has ended.
 */
final class Progress extends SparkListener {
  private static final long NANOS_BETWEEN = 3_000_000_000L;
  private static final double NANOS_PER_S = 1e9;
  private static final double MB = 1 << 20;

  private final Consumer<String> notice;
  private final LongSupplier rejects;
  private final List<Long> bytesOfTasks;
  private final long allBytes;
  private final long began = System.nanoTime();
  private long said = began;
  private long bytes;
  private int ended;

  /**
   * @param tasks what each task reads
   * @param rejects how many were found so far
   */
  Progress(List<List<Slice>> tasks, LongSupplier rejects, Consumer<String> notice) {
    this.bytesOfTasks =
        tasks.stream().map(task -> task.stream().mapToLong(Slice::bytes).sum()).toList();
    this.allBytes = bytesOfTasks.stream().mapToLong(Long::longValue).sum();
    this.rejects = rejects;
    this.notice = notice;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    int task = end.taskInfo().index();
    if (end.taskInfo().successful() && task < bytesOfTasks.size()) {
      ended++;
      bytes += bytesOfTasks.get(task);
      long now = System.nanoTime();
      if (now - said >= NANOS_BETWEEN && ended < bytesOfTasks.size()) {
        said = now;
        notice.accept(line((now - began) / NANOS_PER_S));
      }
    }
  }

  /** Time left as if the rest went as the read part did. */
  private String line(double seconds) {
    return "read %d of %d parts, %.1f of %.1f MB, %d rejects; about %.0f s left"
        .formatted(
            ended,
            bytesOfTasks.size(),
            bytes / MB,
            allBytes / MB,
            rejects.getAsLong(),
            seconds * (allBytes - bytes) / Math.max(1, bytes));
  }
}
