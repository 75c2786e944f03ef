package dev.sweepline.analytics.comparison;

import dev.sweepline.measure.Metric;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison makes of a metric.
 *
 * @param metric the metric itself
 * @param scale as it is compared when all values are positive
 * @param margin largest effect that counts as none, on the working scale; null when none is defined
 */
record ComparedMetric(Metric metric, Scale scale, @Nullable Double margin) {
  private static final double RATIO_MARGIN = Math.log(1.02);
  private static final double SHARE_MARGIN = 0.02;
  private static final String SHARE_UNIT = "0–1";

  /**
   * The metric of a column.
   *
   * @throws IllegalArgumentException when there is none that can be compared
   */
  static ComparedMetric of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(name + ": no metric to compare by"));
  }

  /** The metric of a column; empty when there is none, or none of its values is better. */
  static Optional<ComparedMetric> find(String name) {
    return Metric.named(name)
        .filter(metric -> metric.direction() != Metric.Direction.NONE && metric.isNumber())
        .map(ComparedMetric::of);
  }

  private static ComparedMetric of(Metric metric) {
    if (metric.scale() == Metric.Scale.RATIO) {
      return new ComparedMetric(metric, Scale.LOG, RATIO_MARGIN);
    }
    boolean share = metric.unit().equals(SHARE_UNIT);
    return new ComparedMetric(metric, Scale.DIFFERENCE, share ? (Double) SHARE_MARGIN : null);
  }

  String name() {
    return metric.name();
  }

  boolean higherIsBetter() {
    return metric.direction() == Metric.Direction.HIGHER;
  }

  /** Whether a run's list of voided families and columns leaves this metric usable. */
  boolean survives(List<String> voided) {
    return !metric.isVoidedBy(voided);
  }

  /** 1 when more is better, else -1. */
  int direction() {
    return higherIsBetter() ? 1 : -1;
  }
}
