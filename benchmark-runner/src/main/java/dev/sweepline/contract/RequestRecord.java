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
 * @param firstTokenUs arrival of the first event with content, reasoning or tool-call text
 * @param firstAnswerUs arrival of the first event with content
 * @param lastTokenUs arrival of the last token event
 * @param endUs when the outcome was known
 * @param promptTokens as the server counts; null when it did not say
 * @param outputTokens tokens received: by usage, or counted events; null when nothing came
 * @param tokenSource where {@code outputTokens} comes from; null with it
 * @param events token events received
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
    Rules.hold(endUs >= scheduledUs, "end_us", "must be >= scheduled_us", endUs);
    ordered("sent_us", sentUs, scheduledUs);
    ordered("first_token_us", firstTokenUs, sentUs == null ? scheduledUs : sentUs);
    ordered("last_token_us", lastTokenUs, firstTokenUs == null ? scheduledUs : firstTokenUs);
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
        !outcome.isSuccess() || firstTokenUs != null,
        "first_token_us",
        "must be given for a success",
        firstTokenUs);
    Rules.hold(
        !outcome.isSuccess() || (lastTokenUs != null && outputTokens != null && outputTokens > 0),
        "output_tokens",
        "a success has a last token and at least one token",
        outputTokens);
    Rules.hold(
        outcome.isAttempted() || sentUs == null, "sent_us", "must be null for not_sent", sentUs);
    Rules.hold(
        error == null || error.length() <= LONGEST_ERROR,
        "error",
        "must have at most 200 characters",
        error == null ? null : error.length());
  }

  private static void ordered(String key, @Nullable Long value, long floor) {
    Rules.hold(value == null || value >= floor, key, "must be >= " + floor, value);
  }
}
