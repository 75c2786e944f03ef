package dev.sweepline.runner.output;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from the event loops and hands each to its consumers on one thread, in the order
 * they came. The queue is bounded: a disk that cannot follow slows the load rather than losing a
 * record.
 *
 * @param <T> the records
 */
public final class RecordQueue<T> {
  private static final int CAPACITY = 1 << 16;

  /** Nothing marks the end. */
  private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(CAPACITY);

  private final List<Consumer<T>> consumers;
  private final Runnable onFailure;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param consumers each gets every record
   * @param onFailure runs once when a consumer fails; later records are dropped then
   */
  public RecordQueue(List<Consumer<T>> consumers, Runnable onFailure) {
    this.consumers = List.copyOf(consumers);
    this.onFailure = onFailure;
    this.thread = new Thread(this::drain, "records");
    this.thread.setDaemon(true);
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Takes a record. */
  public void put(T record) {
    offer(Optional.of(record));
  }

  /**
   * Waits until all records are handed on and ends the thread.
   *
   * @throws InterruptedException when this thread is interrupted
   * @throws RuntimeException what a consumer failed with
   */
  public void finish() throws InterruptedException {
    offer(Optional.empty());
    thread.join();
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void offer(Optional<T> item) {
    boolean interrupted = false;
    while (true) {
      try {
        queue.put(item);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain() {
    try {
      for (Optional<T> item = queue.take(); item.isPresent(); item = queue.take()) {
        if (failure == null) {
          handOn(item.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOn(T record) {
    try {
      consumers.forEach(consumer -> consumer.accept(record));
    } catch (RuntimeException e) {
      failure = e;
      onFailure.run();
    }
  }
}
