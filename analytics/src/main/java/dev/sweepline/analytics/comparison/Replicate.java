package dev.sweepline.analytics.comparison;

/** What was repeated, and so what a claim reaches. */
public enum Replicate {
  /** Server starts: the claim is about the next start too. */
  STARTS,
  /** Runs inside a single start: the claim is about this start only. */
  RUNS_OF_ONE_START
}
