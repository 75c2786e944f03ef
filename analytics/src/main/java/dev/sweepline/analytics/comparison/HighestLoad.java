package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Up to which load one configuration meets a limit, climbing from the lowest load; only loads that
 * were run are claimed. Its {@code steps} are also the curve of a metric over the load.
 *
 * @param metric that is limited
 * @param limit in the metric's unit; null when only the curve is wanted
 * @param configuration settings that vary and their values
 * @param steps from the lowest load on
 * @param atLeast highest load at which the mean start meets it, with 95 % confidence; null for none
 * @param atLeastNextStart highest load at which the next start will, likewise
 * @param failsFrom load from which on the mean start certainly fails; null for none
 */
public record HighestLoad(
    String metric,
    @Nullable Double limit,
    Configuration configuration,
    List<Step> steps,
    @Nullable String atLeast,
    @Nullable String atLeastNextStart,
    @Nullable String failsFrom) {
  private static final double CONFIDENCE = 0.95;

  /**
   * A load that was run.
   *
   * @param load its name
   * @param size requests in flight or a second; null when unknown
   * @param value mean over starts; null where this configuration was not run
   * @param interval95 of the mean, two-sided; null without a start variance
   * @param bound one-sided 95 % bound of the mean start; null likewise
   * @param boundNextStart likewise of the next start
   * @param meets whether the bound meets the limit
   * @param meetsNextStart whether that of the next start does
   * @param fails whether the mean start certainly fails
   */
  public record Step(
      String load,
      @Nullable Double size,
      @Nullable Double value,
      @Nullable Interval interval95,
      @Nullable Double bound,
      @Nullable Double boundNextStart,
      boolean meets,
      boolean meetsNextStart,
      boolean fails) {}

  /** One a configuration, dataset and kind of load. */
  static List<HighestLoad> of(MetricModels models, @Nullable Double limit) {
    Map<String, List<LoadPoint>> ladders = new TreeMap<>();
    for (LoadPoint load : models.plain().keySet()) {
      ladders
          .computeIfAbsent(load.kind() + "/" + load.dataset(), any -> new ArrayList<>())
          .add(load);
    }
    List<HighestLoad> found = new ArrayList<>();
    for (List<LoadPoint> ladder : ladders.values()) {
      TreeSet<Cell> cells = new TreeSet<>();
      ladder.forEach(load -> cells.addAll(model(models, load).cells()));
      cells.forEach(cell -> found.add(of(models, ladder, cell, limit)));
    }
    return found;
  }

  private static StartModel model(MetricModels models, LoadPoint load) {
    StartModel model = models.plain().get(load);
    if (model == null) {
      throw new IllegalArgumentException("no such load point: " + load);
    }
    return model;
  }

  private static HighestLoad of(
      MetricModels models, List<LoadPoint> ladder, Cell cell, @Nullable Double limit) {
    List<Step> steps = ladder.stream().map(load -> step(models, load, cell, limit)).toList();
    List<Step> down = new ArrayList<>(steps);
    Collections.reverse(down);
    return new HighestLoad(
        models.metric().name(),
        limit,
        Configuration.of(models.parameters(), cell),
        steps,
        climb(steps, Step::meets),
        climb(steps, Step::meetsNextStart),
        climb(down, Step::fails));
  }

  private static @Nullable String climb(List<Step> steps, Predicate<Step> holds) {
    String last = null;
    for (Step step : steps) {
      if (!holds.test(step)) {
        break;
      }
      last = step.load();
    }
    return last;
  }

  private static Step step(MetricModels models, LoadPoint load, Cell cell, @Nullable Double limit) {
    StartModel model = model(models, load);
    Scale scale = models.scale();
    if (!model.has(cell)) {
      return new Step(load.name(), load.size(), null, null, null, null, false, false, false);
    }
    Estimate estimate = model.estimate(Contrast.of(cell));
    double value = scale.shown(estimate.value());
    Estimate.Uncertainty error = estimate.error();
    Interval interval = estimate.interval(CONFIDENCE);
    if (error == null || interval == null) {
      return new Step(load.name(), load.size(), value, null, null, null, false, false, false);
    }
    int direction = models.metric().direction();
    double margin = direction * Distributions.tQuantile(CONFIDENCE, error.df()) * error.se();
    double bound = estimate.value() - margin;
    double next = estimate.value() - margin * Math.sqrt(1 + model.starts(cell));
    double wanted = limit == null ? Double.NaN : scale.work(limit);
    return new Step(
        load.name(),
        load.size(),
        value,
        interval.shown(scale),
        scale.shown(bound),
        scale.shown(next),
        direction * (bound - wanted) >= 0,
        direction * (next - wanted) >= 0,
        direction * (estimate.value() + margin - wanted) < 0);
  }
}
