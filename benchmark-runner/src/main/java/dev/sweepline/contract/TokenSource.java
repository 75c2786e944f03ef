package dev.sweepline.contract;

/** Where a count of output tokens comes from. */
public enum TokenSource {
  /** The server's usage object. */
  USAGE,
  /** Counted token events; right only where each carries one token. */
  EVENTS
}
