package dev.sweepline.analytics.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Packs runs into tasks of about equal bytes: the largest first, each to the lightest task. A file
 * that is too large for one task is cut where that can be done.
 */
public final class EvenTasks {
  /** What a task reads in a second or so: small enough to be even, large enough to pay. */
  public static final long BYTES_PER_TASK = 64L << 20;

  /** So that a task of many tiny files is not taken for an empty one. */
  private static final long BYTES_PER_FILE = 16L << 10;

  private EvenTasks() {}

  /**
   * The tasks, none empty.
   *
   * @param workers tasks that can run at once
   * @param bytesPerTask the most that is read of one file in a task
   */
  public static List<List<Slice>> pack(List<RunSource> sources, int workers, long bytesPerTask) {
    List<Slice> slices =
        sources.stream().flatMap(source -> Slices.of(source, bytesPerTask)).toList();
    long bytes = slices.stream().mapToLong(EvenTasks::cost).sum();
    long wanted = Math.max(workers, (bytes + bytesPerTask - 1) / bytesPerTask);
    PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(task -> task.cost));
    for (long i = 0; i < Math.min(wanted, slices.size()); i++) {
      tasks.add(new Task());
    }
    slices.stream()
        .sorted(
            Comparator.comparingLong(EvenTasks::cost)
                .reversed()
                .thenComparing(slice -> slice.source().file().name())
                .thenComparing(Slice::from))
        .forEach(
            slice -> {
              Task lightest = tasks.remove();
              lightest.add(slice);
              tasks.add(lightest);
            });
    return tasks.stream().map(task -> List.copyOf(task.slices)).toList();
  }

  private static long cost(Slice slice) {
    return slice.bytes() + BYTES_PER_FILE;
  }

  private static final class Task {
    private final List<Slice> slices = new ArrayList<>();
    private long cost;

    void add(Slice slice) {
      slices.add(slice);
      cost += cost(slice);
    }
  }
}
