package dev.sweepline.measure.server;

import dev.sweepline.measure.requests.Window;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of itself during a run. A number that is unknown is NaN. Gauges count in the
 * measured window; counters from the first sample to the last unless it is said otherwise.
 */
public final class ServerSeries {
  private static final double MS_PER_S = 1000;

  private final @Nullable Window measured;
  private final List<EngineSeries> engines = new ArrayList<>();
  private final List<Map<String, String>> cacheConfigs = new ArrayList<>();
  private final List<Round> rounds;

  /**
   * @param measured first due time to last end of the measured requests; null without any
   */
  public ServerSeries(ServerLog log, @Nullable Window measured) {
    this.measured = measured;
    for (EngineLog engine : log.engines()) {
      engines.add(new EngineSeries(engine.moments()));
      cacheConfigs.addAll(engine.labels());
    }
    this.rounds = Round.of(engines);
  }

  /** How many engines were seen; 0 without samples. */
  public int engines() {
    return engines.size();
  }

  /** Labels of {@code cache_config_info} of each engine and server life, each kind once. */
  public Set<Map<String, String>> cacheConfigs() {
    return new LinkedHashSet<>(cacheConfigs);
  }

  /** How often a server began anew between two samples. */
  public int restarts() {
    return engines.stream().mapToInt(EngineSeries::restarts).sum();
  }

  /** Preemptions in all engines. */
  public double preemptions() {
    return increase(engines, Quantity.PREEMPTIONS);
  }

  /**
   * Share of prompt tokens that came from the engines' own prefix cache: by the source of the
   * tokens, which counts each once, where the server tells it; else hits ÷ queries.
   */
  public double prefixHitRate() {
    double hit = increase(engines, Quantity.LOCAL_CACHE_HIT);
    double bySource = hit / (hit + increase(engines, Quantity.LOCAL_COMPUTE));
    return Double.isNaN(bySource)
        ? increase(engines, Quantity.PREFIX_HITS) / increase(engines, Quantity.PREFIX_QUERIES)
        : bySource;
  }

  /**
   * Mean of the server's own times to first token, milliseconds, from the last sample before the
   * measured window to the first one after it.
   */
  public double ttftMeanMs() {
    Window window = measured;
    if (window == null) {
      return Double.NaN;
    }
    List<EngineSeries> around = engines.stream().map(engine -> engine.around(window)).toList();
    return MS_PER_S * increase(around, Quantity.TTFT_SUM_S) / increase(around, Quantity.TTFT_COUNT);
  }

  /** Running requests of all engines. */
  public double runningMean() {
    return meanSum(Quantity.RUNNING);
  }

  /** Waiting requests of all engines. */
  public double waitingMean() {
    return meanSum(Quantity.WAITING);
  }

  /** Share of the KV cache in use, mean over time and engines. */
  public double cacheUsageMean() {
    return meanSum(Quantity.CACHE_USAGE) / engines.size();
  }

  /** The largest mean over engines. */
  public double cacheUsageMax() {
    return measuredRounds(round -> round.mean(Quantity.CACHE_USAGE)).max().orElse(Double.NaN);
  }

  /** (largest − smallest) ÷ largest of the engines' mean numbers of running requests. */
  public double imbalance() {
    DoubleSummaryStatistics means =
        perEngine(engine -> mean(engine, Quantity.RUNNING)).summaryStatistics();
    return (means.getMax() - means.getMin()) / means.getMax();
  }

  /** What all engines had together at the moments in a window at which each told it. */
  public List<Held> held(Window window) {
    return rounds.stream()
        .map(
            round ->
                new Held(round.atUs(), round.sum(Quantity.RUNNING) + round.sum(Quantity.WAITING)))
        .filter(held -> window.holds(held.atUs()))
        .filter(Predicate.not(held -> Double.isNaN(held.requests())))
        .toList();
  }

  private DoubleStream measuredRounds(ToDoubleFunction<Round> figure) {
    Window window = measured;
    return rounds.stream()
        .filter(round -> window != null && window.holds(round.atUs()))
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value));
  }

  /** The sum of the engines' means, which needs no common moments. */
  private double meanSum(Quantity gauge) {
    return sum(perEngine(engine -> mean(engine, gauge)));
  }

  private double mean(EngineSeries engine, Quantity gauge) {
    return measured == null ? Double.NaN : engine.mean(gauge, measured);
  }

  private static double increase(List<EngineSeries> engines, Quantity counter) {
    return sum(engines.stream().mapToDouble(engine -> engine.increase(counter)));
  }

  private DoubleStream perEngine(ToDoubleFunction<EngineSeries> figure) {
    return engines.stream().mapToDouble(figure);
  }

  /** NaN for none: nobody said 0. */
  private static double sum(DoubleStream values) {
    double[] known = values.toArray();
    return known.length == 0 ? Double.NaN : DoubleStream.of(known).sum();
  }
}
