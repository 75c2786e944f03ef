package dev.sweepline.analytics.comparison;

/**
 * Which report of a sweep this is. Whoever adds starts where they seem worth it and tests again has
 * two chances of an error: each look has its share of them.
 */
public enum Look {
  /** The only one: 0.05, and a 90 % interval for equivalent. */
  ONLY(new Levels(0.05, 0.05, 0.05, 0.95)),
  /** More starts will be added where this one says so. */
  FIRST(new Levels(0.02, 0.02, 0.025, 0.95)),
  /** After they were: the interval that covers in 95 % is one of 97 %. */
  SECOND(new Levels(0.025, 0.025, 0.025, 0.97));

  private final Levels levels;

  Look(Levels levels) {
    this.levels = levels;
  }

  Levels levels() {
    return levels;
  }

  /** Level of better and worse, over a whole family. */
  public double alpha() {
    return levels.alpha();
  }
}
