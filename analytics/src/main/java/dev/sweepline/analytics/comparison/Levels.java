package dev.sweepline.analytics.comparison;

/**
 * The error rates that are allowed.
 *
 * @param alpha of better and worse, over a whole family
 * @param equivalence of equivalent, one side
 * @param interval coverage of the interval that is shown
 */
record Levels(double alpha, double equivalence, double interval) {
  static final Levels DEFAULT = new Levels(0.05, 0.05, 0.95);

  /** Coverage of the interval that {@code equivalent} rests on. */
  double equivalenceInterval() {
    return 1 - 2 * equivalence;
  }
}
