package dev.sweepline.simulator.metrics;

import dev.sweepline.simulator.api.FinishReason;
import dev.sweepline.simulator.pace.TokenListener;
import dev.sweepline.simulator.pace.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is counted and timed of requests, for each engine. Used on the time model's loop only. */
public final class RequestFigures {
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final List<OfEngine> engines = new ArrayList<>();

  /** A listener that times the tokens of a piece of work and hands them on. */
  public TokenListener timed(Work work, FinishReason finish, TokenListener next) {
    return new Timed(work, finish, next);
  }

  OfEngine engine(int number) {
    while (engines.size() <= number) {
      engines.add(new OfEngine());
    }
    return engines.get(number);
  }

  /** The figures of one engine. */
  static final class OfEngine {
    private final Map<Latency, Histogram> latencies = new EnumMap<>(Latency.class);
    private final Map<FinishReason, Long> finished = new EnumMap<>(FinishReason.class);

    OfEngine() {
      for (Latency latency : Latency.values()) {
        latencies.put(latency, latency.histogram());
      }
    }

    long finished(FinishReason reason) {
      return finished.getOrDefault(reason, 0L);
    }

    void writeTo(Exposition page, Latency latency, Map<String, String> labels) {
      histogram(latency).writeTo(page, latency.metric(), labels);
    }

    private void count(FinishReason reason) {
      finished.merge(reason, 1L, Long::sum);
    }

    private void observe(Latency latency, double nanos, int times) {
      histogram(latency).observe(nanos / NANOS_PER_SECOND, times);
    }

    private Histogram histogram(Latency latency) {
      return latencies.computeIfAbsent(latency, Latency::histogram);
    }
  }

  private final class Timed implements TokenListener {
    private final Work work;
    private final FinishReason finish;
    private final TokenListener next;
    private int tokens;
    private long lastNanos;

    Timed(Work work, FinishReason finish, TokenListener next) {
      this.work = work;
      this.finish = finish;
      this.next = next;
    }

    @Override
    public void emitted(int engine, int count) {
      long now = System.nanoTime();
      OfEngine figures = engine(engine);
      int gaps = count;
      if (tokens == 0) {
        figures.observe(Latency.TIME_TO_FIRST_TOKEN, (double) (now - work.readNanos()), 1);
        lastNanos = now;
        gaps--;
      }
      if (gaps > 0) {
        figures.observe(Latency.INTER_TOKEN, (double) (now - lastNanos) / gaps, gaps);
      }
      lastNanos = now;
      tokens += count;
      if (tokens == work.outputTokens()) {
        figures.observe(Latency.END_TO_END, (double) (now - work.readNanos()), 1);
        figures.count(finish);
      }
      next.emitted(engine, count);
    }
  }
}
