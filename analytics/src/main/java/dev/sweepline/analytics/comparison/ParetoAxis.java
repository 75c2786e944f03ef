package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the points of a Pareto set. Points of one load are held against each other with its
 * blocks, points of two loads by their own means.
 */
final class ParetoAxis {
  private final MetricModels models;
  private final List<LoadPoint> loads = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();
  private final List<Estimate> own = new ArrayList<>();

  ParetoAxis(MetricModels models) {
    this.models = models;
  }

  void add(LoadPoint load, Cell cell) {
    loads.add(load);
    cells.add(cell);
    levels.add(of(models.blocked().get(load)).level(Contrast.of(cell)));
    own.add(of(models.plain().get(load)).estimate(Contrast.of(cell)));
  }

  private static StartModel of(@Nullable StartModel model) {
    if (model == null) {
      throw new IllegalArgumentException("no such load point");
    }
    return model;
  }

  /** The mean, in the metric's unit. */
  double value(int i) {
    return models.scale().shown(own.get(i).value());
  }

  /** How much better i is than j, on the working scale. */
  double advantage(int i, int j) {
    double difference =
        loads.get(i).equals(loads.get(j))
            ? levels.get(i) - levels.get(j)
            : own.get(i).value() - own.get(j).value();
    return models.metric().direction() * difference;
  }

  /** One-sided p of i being no better than j; 1 when no variance is known. */
  double p(int i, int j) {
    Estimate estimate =
        loads.get(i).equals(loads.get(j))
            ? of(models.blocked().get(loads.get(i)))
                .estimate(Contrast.between(cells.get(i), cells.get(j)))
            : own.get(i).minus(own.get(j));
    Double p = estimate.pUpper(models.metric().direction());
    return p == null ? 1 : p;
  }
}
