package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.EngineStats;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Token k of a request, counted from 0, is due at its start + TTFT + k × ITL, whatever else goes
 * on. Each due time is computed from the start, so that lateness never adds up. One timer serves
 * all streams: it is set for the token that is due next.
 */
public final class FixedTimes implements TimeModel {
  private static final long NEVER = Long.MAX_VALUE;

  private final EventLoop loop;
  private final long ttftNanos;
  private final long itlNanos;
  private final long tickNanos;
  private final PriorityQueue<FixedStream> streams = new PriorityQueue<>();
  private final long originNanos = System.nanoTime();
  private double factor = 1;
  private long timerAt = NEVER;
  private @Nullable Future<?> timer;
  private boolean emitting;
  private int running;
  private long promptTokens;
  private long generationTokens;

  /**
   * @param ttftNanos from the start of a request to its first token
   * @param itlNanos from token to token
   * @param tickNanos between the moments at which tokens that are due are there; at least 1
   */
  public FixedTimes(EventLoop loop, long ttftNanos, long itlNanos, long tickNanos) {
    this.loop = loop;
    this.ttftNanos = ttftNanos;
    this.itlNanos = itlNanos;
    this.tickNanos = tickNanos;
  }

  @Override
  public Ticket start(Work work, TokenListener listener) {
    running++;
    long first = work.startNanos() - originNanos + Math.round(ttftNanos * factor);
    FixedStream stream = new FixedStream(work, listener, first, Math.round(itlNanos * factor));
    streams.add(stream);
    setTimer();
    return () -> cancel(stream);
  }

  @Override
  public void slowBy(double changed) {
    factor = changed;
  }

  @Override
  public List<EngineStats> engines() {
    return List.of(new EngineStats(running, 0, 0, 0, promptTokens, 0, generationTokens, 0, 0));
  }

  /** Emits what is due. A stream that starts meanwhile waits for the timer, even if it is due. */
  private void emitDue() {
    timerAt = NEVER;
    timer = null;
    emitting = true;
    long now = System.nanoTime() - originNanos;
    FixedStream stream = streams.peek();
    while (stream != null && stream.dueAt() <= now) {
      streams.remove();
      if (!stream.over()) {
        emit(stream, now);
      }
      stream = streams.peek();
    }
    emitting = false;
    setTimer();
  }

  private void emit(FixedStream stream, long now) {
    if (stream.emitted() == 0) {
      promptTokens += stream.work().prompt().length();
    }
    int tokens = stream.take(now);
    generationTokens += tokens;
    if (stream.over()) {
      running--;
    } else {
      streams.add(stream);
    }
    stream.listener().emitted(0, tokens);
  }

  private void setTimer() {
    FixedStream next = streams.peek();
    long at = next == null || emitting ? NEVER : tickFrom(next.dueAt());
    if (at < timerAt) {
      timerAt = at;
      long delay = Math.max(0, timerAt + originNanos - System.nanoTime());
      if (timer != null) {
        timer.cancel(false);
      }
      timer = loop.schedule(this::emitDue, delay, TimeUnit.NANOSECONDS);
    }
  }

  private long tickFrom(long nanos) {
    return -Math.floorDiv(-nanos, tickNanos) * tickNanos;
  }

  private void cancel(FixedStream stream) {
    if (!stream.over()) {
      stream.stop();
      running--;
    }
  }
}
