package dev.sweepline.measure;

import org.jspecify.annotations.Nullable;

/**
 * What the load generator knows of itself, as far as verdicts need it.
 *
 * @param loopBusy largest busy share of an event loop over the run, 0 to 1; null when unknown
 * @param knownConnectionLimit connections that a foreign client is known to allow; null when it is
 *     not known to have a limit
 */
public record ClientFacts(@Nullable Double loopBusy, @Nullable Integer knownConnectionLimit) {
  /** Nothing is known. */
  public static final ClientFacts UNKNOWN = new ClientFacts(null, null);
}
