package dev.sweepline.contract;

import org.jspecify.annotations.Nullable;

/**
 * One request, a line of {@code requests_<run>.jsonl}. Times are whole microseconds since the run's
 * start on one monotonic clock.
 *
 * @param requestId sent as {@code X-Request-Id}
 * @param index place in the order of dispatch, from 0 over all phases
 * @param promptId id of the dataset's line
 * @param phase the part of the run it belongs to
 * @param endpoint base URL it was sent to
 * @param scheduledUs when it was due; in a closed loop when its slot became free
 * @param admittedUs when a permit was free, equal to {@code scheduledUs} without a limit; null when
 *     not sent
 * @param sentUs when it was sent or its attempt was made; null when not sent, and in foreign files
 *     that do not hold it
 * @param headersUs arrival of the response's headers; null when there were none
 * @param firstEventUs arrival of the first event, with text or not
 * @param firstTokenUs arrival of the first event with content, reasoning or tool-call text; null
 *     where none came, and for an answer that was not streamed
 * @param firstAnswerUs arrival of the first event with content; null likewise
 * @param lastTokenUs arrival of the last token event, or of an answer that was not streamed
 * @param endUs when the outcome was known
 * @param promptTokens as the server counts; null when it did not say
 * @param outputTokens tokens received: by usage, or counted events, as always for a failure; null
 *     when none came
 * @param tokenSource where {@code outputTokens} comes from; null with it
 * @param events token events received; an answer that was not streamed is one
 * @param requestedOutputTokens the limit that was sent; null without one
 * @param finishReason as the server said; null when it did not
 * @param gapsUs between successive token events; events of one socket read share a stamp, so a gap
 *     may be 0
 * @param gapTokens tokens behind each gap; null when unknown, else as long as {@code gapsUs}
 * @param outcome how it ended
 * @param httpStatus null when no response came
 * @param retries attempts beyond the first
 * @param error at most 200 characters, scrubbed; null for a success
 */
public record RequestRecord(
    String requestId,
    int index,
    String promptId,
    Phase phase,
    String endpoint,
    long scheduledUs,
    @Nullable Long admittedUs,
    @Nullable Long sentUs,
    @Nullable Long headersUs,
    @Nullable Long firstEventUs,
    @Nullable Long firstTokenUs,
    @Nullable Long firstAnswerUs,
    @Nullable Long lastTokenUs,
    long endUs,
    @Nullable Integer promptTokens,
    @Nullable Integer outputTokens,
    @Nullable TokenSource tokenSource,
    int events,
    @Nullable Integer requestedOutputTokens,
    @Nullable String finishReason,
    Ints gapsUs,
    @Nullable Ints gapTokens,
    Outcome outcome,
    @Nullable Integer httpStatus,
    int retries,
    @Nullable String error) {
  private static final int LONGEST_ERROR = 200;

  public RequestRecord {
    Rules.atLeast("index", index, 0);
    Rules.atLeast("events", events, 0);
    Rules.atLeast("retries", retries, 0);
    Rules.atLeast("prompt_tokens", promptTokens, 0);
    Rules.atLeast("output_tokens", outputTokens, 0);
    Rules.notBefore("admitted_us", admittedUs, scheduledUs);
    Rules.notBefore("sent_us", sentUs, latest(scheduledUs, admittedUs));
    long sent = latest(scheduledUs, sentUs);
    Rules.notBefore("headers_us", headersUs, sent);
    Rules.notBefore("first_event_us", firstEventUs, sent);
    Rules.notBefore("first_token_us", firstTokenUs, latest(sent, firstEventUs));
    Rules.notBefore("first_answer_us", firstAnswerUs, latest(sent, firstTokenUs));
    Rules.notBefore("last_token_us", lastTokenUs, latest(sent, firstTokenUs));
    Rules.notBefore("end_us", endUs, latest(sent, lastTokenUs));
    Rules.hold(
        firstTokenUs == null || lastTokenUs != null,
        "last_token_us",
        "must be given with first_token_us",
        lastTokenUs);
    Rules.hold(
        gapsUs.size() == 0 || gapsUs.size() == events - 1,
        "gaps_us",
        "must hold one gap less than events, or none",
        gapsUs);
    Rules.hold(
        firstTokenUs != null || gapsUs.size() == 0,
        "gaps_us",
        "must be empty without first_token_us",
        gapsUs);
    gapsUs.forEach(gap -> Rules.atLeast("gaps_us", gap, 0));
    Rules.hold(
        gapTokens == null || gapTokens.size() == gapsUs.size(),
        "gap_tokens",
        "must be as long as gaps_us",
        gapTokens);
    Rules.hold(
        (outputTokens == null) == (tokenSource == null),
        "token_source",
        "must be given exactly with output_tokens",
        tokenSource);
    Rules.hold(
        outcome.isAttempted() || sentUs == null, "sent_us", "must be null for not_sent", sentUs);
    if (outcome.isSuccess()) {
      Rules.hold(lastTokenUs != null, "last_token_us", "must be given for a success", null);
      Rules.hold(
          outputTokens != null && outputTokens > 0,
          "output_tokens",
          "must be >= 1 for a success",
          outputTokens);
      Rules.hold(error == null, "error", "must be null for a success", error);
    }
    Rules.hold(
        error == null || error.length() <= LONGEST_ERROR,
        "error",
        "must have at most 200 characters",
        error == null ? null : error.length());
  }

  private static long latest(long time, @Nullable Long other) {
    return other == null ? time : Math.max(time, other);
  }
}
