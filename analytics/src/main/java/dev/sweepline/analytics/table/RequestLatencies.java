package dev.sweepline.analytics.table;

import dev.sweepline.contract.RequestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The latencies of one request, whole microseconds, half up. All are null for a request that did
 * not succeed, and each where a time behind it is unknown.
 *
 * @param ttftUs first token since due
 * @param serviceTtftUs first token since sent
 * @param e2eUs last token since due
 * @param serviceE2eUs last token since sent
 * @param tpotUs time a token behind the first; null with one token
 */
record RequestLatencies(
    @Nullable Long ttftUs,
    @Nullable Long serviceTtftUs,
    @Nullable Long e2eUs,
    @Nullable Long serviceE2eUs,
    @Nullable Long tpotUs) {
  private static final RequestLatencies NONE = new RequestLatencies(null, null, null, null, null);

  static RequestLatencies of(RequestRecord request) {
    if (!request.outcome().isSuccess()) {
      return NONE;
    }
    Long first = request.firstTokenUs();
    Long last = request.lastTokenUs();
    Long sent = request.sentUs();
    return new RequestLatencies(
        since(request.scheduledUs(), first),
        since(sent, first),
        since(request.scheduledUs(), last),
        since(sent, last),
        tpot(first, last, request.outputTokens()));
  }

  private static @Nullable Long since(@Nullable Long start, @Nullable Long end) {
    return start == null || end == null ? null : (Long) (end - start);
  }

  private static @Nullable Long tpot(
      @Nullable Long first, @Nullable Long last, @Nullable Integer tokens) {
    return first == null || last == null || tokens == null || tokens < 2
        ? null
        : (Long) Math.round((double) (last - first) / (tokens - 1));
  }
}
