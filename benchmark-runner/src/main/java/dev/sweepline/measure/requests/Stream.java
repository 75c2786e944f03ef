package dev.sweepline.measure.requests;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import java.util.Arrays;

/** The token events of one request, as they were read. */
final class Stream {
  private final RequestRecord request;
  private final Ints gaps;

  Stream(RequestRecord request) {
    this.request = request;
    this.gaps = request.gapsUs();
  }

  /** Whether the arrival of every event is known. */
  boolean isTimed() {
    return gaps.size() == request.events() - 1;
  }

  /** Whether the tokens behind each gap are known: told, or one each. */
  boolean isByToken() {
    Integer tokens = request.outputTokens();
    return request.gapTokens() != null
        || (request.tokenSource() == TokenSource.USAGE
            && tokens != null
            && tokens == request.events());
  }

  /** Tokens behind a gap; one where it is not told. */
  int tokensAfter(int gap) {
    Ints told = request.gapTokens();
    return told == null ? 1 : told.at(gap);
  }

  long zeroGaps() {
    return Arrays.stream(gaps.toArray()).filter(gap -> gap == 0).count();
  }

  /** Whether the first read brought the first token and more than half of all. */
  boolean isLumped() {
    int last = 0;
    while (last < gaps.size() && gaps.at(last) == 0) {
      last++;
    }
    long first = tokensUpTo(last);
    return last > 0 && 2 * first > tokensUpTo(gaps.size());
  }

  /** Tokens of the events from 0 up to one of them. */
  private long tokensUpTo(int last) {
    long tokens = 0;
    for (int event = 0; event <= last; event++) {
      tokens += tokensOfEvent(event);
    }
    return tokens;
  }

  /**
   * Tokens that an event brought. A failed request: one an event. A success: as told with the gaps,
   * the first event having the rest of the total; else the total spread evenly over the events, in
   * whole tokens, so that any order of summing gives the same.
   *
   * @param event from 0
   */
  long tokensOfEvent(int event) {
    Integer total = request.outputTokens();
    if (!request.outcome().isSuccess() || total == null) {
      return 1;
    }
    Ints told = request.gapTokens();
    if (told != null) {
      return event == 0 ? Math.max(0, total - told.sum()) : told.at(event - 1);
    }
    long events = gaps.size() + 1L;
    return (event + 1) * (long) total / events - event * (long) total / events;
  }

  /** The upper median of the gaps; {@link RequestRow#NONE} without gaps. */
  long medianGapUs() {
    if (gaps.size() == 0) {
      return RequestRow.NONE;
    }
    int[] sorted = gaps.toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
