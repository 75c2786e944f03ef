package dev.sweepline.analytics.comparison;

/** How values are turned into numbers that can be averaged and compared. */
enum Scale {
  /** Natural logarithms: effects are ratios. */
  LOG,
  /** As they are: effects are differences. */
  DIFFERENCE;

  double work(double value) {
    return this == LOG ? Math.log(value) : value;
  }

  /** Back to what people read: a mean in the metric's unit, an effect as ratio or difference. */
  double shown(double work) {
    return this == LOG ? Math.exp(work) : work;
  }

  /** The size of an effect as a share (log) or difference. */
  double size(double work) {
    return this == LOG ? Math.expm1(work) : work;
  }
}
