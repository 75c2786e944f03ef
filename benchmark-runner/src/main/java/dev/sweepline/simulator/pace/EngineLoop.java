package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.EngineSettings;
import dev.sweepline.simulator.engine.EngineStats;
import dev.sweepline.simulator.engine.Scheduler;
import dev.sweepline.simulator.engine.Sequence;
import dev.sweepline.simulator.engine.Step;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drives one scheduler in real time. While there is work, a step begins at the very moment when the
 * one before was due to end, so that a late timer costs the server no speed.
 */
final class EngineLoop implements Runnable {
  private final EventLoop loop;
  private final int number;
  private final Scheduler scheduler;
  private final Map<Sequence, TokenListener> listeners = new HashMap<>();
  private @Nullable Step current;
  private double factor = 1;

  EngineLoop(EventLoop loop, int number, EngineSettings settings) {
    this.loop = loop;
    this.number = number;
    this.scheduler = new Scheduler(settings);
  }

  TimeModel.Ticket add(Work work, TokenListener listener) {
    Sequence sequence = new Sequence(work.prompt(), work.outputTokens());
    scheduler.add(sequence);
    listeners.put(sequence, listener);
    if (current == null) {
      begin(System.nanoTime());
    }
    return () -> cancel(sequence);
  }

  /** The next steps are slower than nominal by that factor. */
  void slowBy(double changed) {
    factor = changed;
  }

  EngineStats stats() {
    return scheduler.stats();
  }

  /** The present step is over. */
  @Override
  public void run() {
    Step ended = current;
    if (ended == null) {
      return;
    }
    ended.emitted().forEach(this::deliver);
    begin(ended.endsAt());
  }

  private void begin(long now) {
    Step step = scheduler.step(now).slowedBy(factor, now);
    current = step.idle() ? null : step;
    if (!step.idle()) {
      Future<?> unused =
          loop.schedule(this, step.endsAt() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private void deliver(Sequence sequence) {
    TokenListener listener =
        sequence.finished() ? listeners.remove(sequence) : listeners.get(sequence);
    if (listener != null) {
      listener.emitted(number, 1);
    }
  }

  private void cancel(Sequence sequence) {
    if (listeners.remove(sequence) != null) {
      scheduler.abort(sequence);
    }
  }
}
