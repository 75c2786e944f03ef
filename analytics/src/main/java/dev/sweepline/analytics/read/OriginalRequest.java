package dev.sweepline.analytics.read;

import org.jspecify.annotations.Nullable;

/**
 * A request as the original's result file has it. The prompt's text is left behind.
 *
 * @param promptId a hash of the prompt, so that repeated prompts can be told
 * @param outputLength chunks of text that arrived
 * @param ttftS seconds from the start of the request's task; null when no text came
 * @param endToEndS seconds to the end of the request
 * @param meanGapS mean time between chunks, seconds; null when it is not told
 * @param success as the original judges it: the status was 200
 * @param error scrubbed; null for none
 */
record OriginalRequest(
    String promptId,
    int outputLength,
    @Nullable Double ttftS,
    double endToEndS,
    @Nullable Double meanGapS,
    boolean success,
    @Nullable String error) {
  OriginalRequest {
    check(outputLength >= 0, "output_length: must be >= 0, got: " + outputLength);
    check(endToEndS >= 0, "end_to_end_latency: must be >= 0, got: " + endToEndS);
    check(ttftS == null || ttftS > 0, "ttft: must be > 0, got: " + ttftS);
    check(
        ttftS == null || ttftS <= endToEndS, "ttft: must be <= end_to_end_latency, got: " + ttftS);
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
