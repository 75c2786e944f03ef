package dev.sweepline.analytics.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Packs runs into tasks of about equal bytes: the largest first, each to the lightest task. */
public final class EvenTasks {
  private static final long BYTES_PER_TASK = 64L << 20;

  /** So that a task of many tiny files is not taken for an empty one. */
  private static final long BYTES_PER_FILE = 16L << 10;

  private EvenTasks() {}

  /**
   * The tasks, none empty.
   *
   * @param workers tasks that can run at once
   */
  public static List<List<RunSource>> pack(List<RunSource> sources, int workers) {
    long bytes = sources.stream().mapToLong(EvenTasks::cost).sum();
    long wanted = Math.max(workers, (bytes + BYTES_PER_TASK - 1) / BYTES_PER_TASK);
    PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(task -> task.cost));
    for (long i = 0; i < Math.min(wanted, sources.size()); i++) {
      tasks.add(new Task());
    }
    sources.stream()
        .sorted(
            Comparator.comparingLong(EvenTasks::cost)
                .reversed()
                .thenComparing(source -> source.file().name()))
        .forEach(
            source -> {
              Task lightest = tasks.remove();
              lightest.add(source);
              tasks.add(lightest);
            });
    return tasks.stream().map(task -> List.copyOf(task.sources)).toList();
  }

  private static long cost(RunSource source) {
    return source.bytes() + BYTES_PER_FILE;
  }

  private static final class Task {
    private final List<RunSource> sources = new ArrayList<>();
    private long cost;

    void add(RunSource source) {
      sources.add(source);
      cost += cost(source);
    }
  }
}
