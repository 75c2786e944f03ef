package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands samples on, one at a time, until it is closed or a consumer fails. Thread-safe. */
final class SampleSink {
  private final List<Consumer<Sample>> consumers;
  private final Runnable onFailure;
  private @Nullable RuntimeException failure;
  private boolean closed;

  /**
   * @param consumers each gets every sample
   * @param onFailure runs once, when the first of them fails
   */
  SampleSink(List<Consumer<Sample>> consumers, Runnable onFailure) {
    this.consumers = List.copyOf(consumers);
    this.onFailure = onFailure;
  }

  synchronized void put(List<Sample> samples) {
    if (closed || failure != null) {
      return;
    }
    try {
      samples.forEach(sample -> consumers.forEach(consumer -> consumer.accept(sample)));
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  synchronized void fail(RuntimeException reason) {
    if (failure == null) {
      failure = reason;
      onFailure.run();
    }
  }

  /**
   * No sample gets through any more.
   *
   * @throws RuntimeException what a consumer failed with
   */
  synchronized void close() {
    closed = true;
    if (failure != null) {
      throw failure;
    }
  }
}
