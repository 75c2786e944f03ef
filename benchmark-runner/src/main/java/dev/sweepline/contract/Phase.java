package dev.sweepline.contract;

/** The part of a run that a request belongs to. Only {@link #MEASURE} enters the metrics. */
public enum Phase {
  WARMUP,
  MEASURE,
  /** Sent only to hold the load while measured requests finish. */
  DRAIN
}
