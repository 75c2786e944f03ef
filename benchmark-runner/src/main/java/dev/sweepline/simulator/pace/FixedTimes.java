package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.EngineStats;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Token k of a request, counted from 0, is due at its read + TTFT + k × ITL, whatever else goes on.
 * Each due time is computed from the read, so that lateness never adds up.
 */
public final class FixedTimes implements TimeModel {
  private final EventLoop loop;
  private final long ttftNanos;
  private final long itlNanos;
  private int running;
  private long promptTokens;
  private long generationTokens;

  /**
   * @param ttftNanos from the read of a request to its first token
   * @param itlNanos from token to token
   */
  public FixedTimes(EventLoop loop, long ttftNanos, long itlNanos) {
    this.loop = loop;
    this.ttftNanos = ttftNanos;
    this.itlNanos = itlNanos;
  }

  @Override
  public Ticket start(Work work, TokenListener listener) {
    running++;
    Stream stream = new Stream(work, listener);
    stream.scheduleNext();
    return stream::cancel;
  }

  @Override
  public List<EngineStats> engines() {
    return List.of(new EngineStats(running, 0, 0, 0, promptTokens, 0, generationTokens, 0, 0));
  }

  private final class Stream implements Runnable {
    private final Work work;
    private final TokenListener listener;
    private final long firstNanos;
    private int emitted;
    private boolean over;

    Stream(Work work, TokenListener listener) {
      this.work = work;
      this.listener = listener;
      this.firstNanos = work.readNanos() + ttftNanos;
    }

    void scheduleNext() {
      long due = firstNanos + emitted * itlNanos;
      Future<?> unused = loop.schedule(this, due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void run() {
      if (over) {
        return;
      }
      int tokens = dueBy(System.nanoTime()) - emitted;
      if (tokens > 0) {
        emit(tokens);
      }
      if (!over) {
        scheduleNext();
      }
    }

    private int dueBy(long now) {
      long late = now - firstNanos;
      if (late < 0) {
        return 0;
      }
      return itlNanos == 0
          ? work.outputTokens()
          : (int) Math.min(work.outputTokens(), 1 + late / itlNanos);
    }

    private void emit(int tokens) {
      if (emitted == 0) {
        promptTokens += work.prompt().length();
      }
      emitted += tokens;
      generationTokens += tokens;
      if (emitted == work.outputTokens()) {
        cancel();
      }
      listener.emitted(0, tokens);
    }

    private void cancel() {
      if (!over) {
        over = true;
        running--;
      }
    }
  }
}
