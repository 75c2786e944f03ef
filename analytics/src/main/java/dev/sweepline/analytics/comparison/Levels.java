package dev.sweepline.analytics.comparison;

/**
 * The error rates that are allowed.
 *
 * @param alpha of better and worse, over a whole family
 * @param equivalence of equivalent, one side
 * @param next alpha of the report that more starts are asked for
 * @param interval coverage of the interval that is shown
 */
record Levels(double alpha, double equivalence, double next, double interval) {
  /** Coverage of the interval that {@code equivalent} rests on. */
  double equivalenceInterval() {
    return 1 - 2 * equivalence;
  }
}
