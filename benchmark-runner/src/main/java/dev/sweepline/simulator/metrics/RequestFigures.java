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
    private final Histogram firstToken = new Histogram(Latency.TIME_TO_FIRST_TOKEN);
    private final Histogram interToken = new Histogram(Latency.INTER_TOKEN);
    private final Histogram endToEnd = new Histogram(Latency.END_TO_END);
    private final Map<FinishReason, Long> finished = new EnumMap<>(FinishReason.class);

    long finished(FinishReason reason) {
      return finished.getOrDefault(reason, 0L);
    }

    List<Histogram> latencies() {
      return List.of(firstToken, interToken, endToEnd);
    }

    private void count(FinishReason reason) {
      finished.merge(reason, 1L, Long::sum);
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
        figures.firstToken.observe(seconds(now - work.startNanos()), 1);
        lastNanos = now;
        gaps--;
      }
      if (gaps > 0) {
        figures.interToken.observe(seconds(now - lastNanos) / gaps, gaps);
      }
      lastNanos = now;
      tokens += count;
      if (tokens == work.outputTokens()) {
        figures.endToEnd.observe(seconds(now - work.startNanos()), 1);
        figures.count(finish);
      }
      next.emitted(engine, count);
    }
  }

  private static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }
}
