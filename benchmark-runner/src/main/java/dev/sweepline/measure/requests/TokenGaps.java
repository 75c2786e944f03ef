package dev.sweepline.measure.requests;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.measure.stats.CountedSample;
import dev.sweepline.measure.stats.Distribution;
import dev.sweepline.measure.store.CountMap;
import java.io.Serializable;

/**
 * The gaps of all measured successes, pooled. A gap before k tokens is k values of a k-th of it,
 * rounded half up to whole microseconds. Not thread-safe.
 */
public final class TokenGaps implements Serializable {
  private static final long serialVersionUID = 1;

  private final CountMap gaps = new CountMap();

  /** Pools the gaps of a request. */
  public void add(RequestRecord request) {
    if (request.phase() != Phase.MEASURE || !request.outcome().isSuccess()) {
      return;
    }
    Stream stream = new Stream(request);
    Ints times = request.gapsUs();
    for (int i = 0; i < times.size(); i++) {
      int tokens = stream.tokensAfter(i);
      if (tokens > 0) {
        gaps.add(Rounding.halfUp(times.at(i), tokens), tokens);
      }
    }
  }

  /** Adds the gaps of another part of the run. */
  public void addAll(TokenGaps other) {
    gaps.addAll(other.gaps);
  }

  /** All values, microseconds. */
  public Distribution distribution() {
    return CountedSample.of(gaps);
  }
}
