package dev.sweepline.analytics.comparison;

/** From low to high. */
public record Interval(double low, double high) {
  /** Whether it holds a value. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  Interval shown(Scale scale) {
    return new Interval(scale.shown(low), scale.shown(high));
  }

  boolean inside(double margin) {
    return -margin < low && high < margin;
  }
}
