package dev.sweepline.analytics.comparison;

import dev.sweepline.measure.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison makes of a metric.
 *
 * @param metric the metric itself
 * @param scale as it is compared when all values are positive
 * @param margin largest effect that counts as none, on the working scale; null when none is defined
 * @param target effect that a sweep should be able to find, likewise
 */
record ComparedMetric(
    Metric metric, Scale scale, @Nullable Double margin, @Nullable Double target) {
  private static final double RATIO_MARGIN = Math.log(1.02);
  private static final double RATIO_TARGET = Math.log(1.05);
  private static final double SHARE_MARGIN = 0.02;
  private static final double SHARE_TARGET = 0.05;
  private static final String SHARE_UNIT = "0–1";

  /** A metric of which one value is better than another. */
  static ComparedMetric of(Metric metric) {
    if (metric.scale() == Metric.Scale.RATIO) {
      return new ComparedMetric(metric, Scale.LOG, RATIO_MARGIN, RATIO_TARGET);
    }
    boolean share = metric.unit().equals(SHARE_UNIT);
    return share
        ? new ComparedMetric(metric, Scale.DIFFERENCE, SHARE_MARGIN, SHARE_TARGET)
        : new ComparedMetric(metric, Scale.DIFFERENCE, null, null);
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
