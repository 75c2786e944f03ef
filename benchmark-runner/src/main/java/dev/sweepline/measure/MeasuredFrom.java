package dev.sweepline.measure;

/** The clock that {@code ttft_*} and {@code e2e_latency_*} of a run start from. */
public enum MeasuredFrom {
  /** When the request was due. */
  SCHEDULED,
  /** When its task was started, before it had a connection. */
  DISPATCHED,
  /** When it was sent. */
  SENT
}
