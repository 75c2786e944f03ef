package dev.sweepline.generator.sweep.design;

/** How the points of a part are chosen. */
enum Design {
  /** Every combination. */
  FULL,
  /** The base, and one change of it at a time. */
  ONE_AT_A_TIME,
  /** A seeded random sample. */
  RANDOM,
  /** A seeded sample that is even in each dimension. */
  LATIN_HYPERCUBE
}
