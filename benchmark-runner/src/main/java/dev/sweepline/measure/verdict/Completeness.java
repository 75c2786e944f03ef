package dev.sweepline.measure.verdict;

/** How much of a run was written. */
public enum Completeness {
  /** All, with its summary. */
  WHOLE,
  /** All requests, but no summary. */
  WITHOUT_SUMMARY,
  /** It was stopped on the way. */
  STOPPED
}
