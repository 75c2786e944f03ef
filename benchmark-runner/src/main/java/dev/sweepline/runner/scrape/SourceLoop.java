package dev.sweepline.runner.scrape;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread of one source: a sample at once, one after each pause, and one when the end has come.
 * So samples of a source never overlap, and a slow one holds up no other.
 */
final class SourceLoop {
  private final SampleSource source;
  private final Rhythm rhythm;
  private final SampleSink sink;
  private final CountDownLatch ending;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  private SourceLoop(SampleSource source, Rhythm rhythm, SampleSink sink, CountDownLatch ending) {
    this.source = source;
    this.rhythm = rhythm;
    this.sink = sink;
    this.ending = ending;
  }

  /** Starts the thread; it ends soon after {@code ending} has come. */
  static SourceLoop start(
      SampleSource source, Rhythm rhythm, SampleSink sink, CountDownLatch ending) {
    SourceLoop loop = new SourceLoop(source, rhythm, sink, ending);
    Thread thread = new Thread(loop::run, "samples");
    thread.setDaemon(true);
    thread.start();
    return loop;
  }

  /** Opens with the first sample, or when it turns out that there is none. */
  CountDownLatch begun() {
    return begun;
  }

  /** Opens behind the last one. */
  CountDownLatch ended() {
    return ended;
  }

  private void run() {
    try {
      untilTheEnd();
      sink.put(source.sample());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      sink.fail(e);
    } finally {
      begun.countDown();
      ended.countDown();
    }
  }

  private void untilTheEnd() throws InterruptedException {
    long startNs = System.nanoTime();
    long pauseNs;
    do {
      long sampleNs = System.nanoTime();
      sink.put(source.sample());
      begun.countDown();
      long nowNs = System.nanoTime();
      pauseNs = rhythm.pauseNs(nowNs - startNs, nowNs - sampleNs, source.failures());
    } while (!ending.await(pauseNs, TimeUnit.NANOSECONDS));
  }
}
