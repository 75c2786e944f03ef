package dev.sweepline.measure.requests;

import dev.sweepline.contract.RequestRecord;
import dev.sweepline.measure.store.CountMap;
import java.io.Serializable;

/**
 * When tokens arrived, in buckets of one millisecond: of requests of every phase, whatever became
 * of them. Not thread-safe.
 */
public final class TokenArrivals implements Serializable {
  private static final long serialVersionUID = 1;

  private static final long BUCKET_US = 1000;
  private static final double BUCKETS_PER_SECOND = 1000;

  private final CountMap tokens = new CountMap();
  private boolean complete = true;

  /** Adds the token events of a request. */
  public void add(RequestRecord request) {
    Long last = request.lastTokenUs();
    if (last == null) {
      return;
    }
    Stream stream = new Stream(request);
    if (!stream.isTimed()) {
      complete = false;
      return;
    }
    Long first = request.firstTokenUs();
    long at = first == null ? last : first;
    for (int event = 0; event < request.events(); event++) {
      if (event > 0) {
        at += request.gapsUs().at(event - 1);
      }
      tokens.add(Math.floorDiv(at, BUCKET_US), stream.tokensOfEvent(event));
    }
  }

  /** Adds the tokens of another part of the run. */
  public void addAll(TokenArrivals other) {
    tokens.addAll(other.tokens);
    complete &= other.complete;
  }

  /**
   * Tokens per second within a window whose edges are floored to whole milliseconds, the second one
   * excluded. NaN for an empty window, or when the arrival of some tokens is unknown.
   */
  public double perSecond(Window window) {
    long from = Math.floorDiv(window.fromUs(), BUCKET_US);
    long to = Math.floorDiv(window.toUs(), BUCKET_US);
    if (!complete || to <= from) {
      return Double.NaN;
    }
    long[] sum = {0};
    tokens.forEach(
        (bucket, count) -> {
          if (bucket >= from && bucket < to) {
            sum[0] += count;
          }
        });
    return sum[0] * BUCKETS_PER_SECOND / (to - from);
  }
}
