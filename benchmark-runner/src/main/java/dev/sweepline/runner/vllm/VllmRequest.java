package dev.sweepline.runner.vllm;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.RequestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A request as {@code vllm bench serve} sees one. Its clock starts when the request is sent, and a
 * failed one has zeros and empty lists where nothing came.
 *
 * @param inputTokens null when the server did not say
 * @param outputTokens 0 of a failed one
 * @param startUs when it was sent, since the run's start
 * @param queueUs from when it was due until it was sent
 * @param ttftUs from sending to the first token
 * @param gapsUs between token events
 * @param latencyUs from sending to the last token
 * @param text of the answer, empty when it was not kept
 * @param error empty of a success
 */
record VllmRequest(
    boolean success,
    @Nullable Integer inputTokens,
    int outputTokens,
    long startUs,
    long queueUs,
    long ttftUs,
    Ints gapsUs,
    long latencyUs,
    String text,
    String error) {

  /**
   * What a record tells.
   *
   * @param request one that was sent
   */
  static VllmRequest of(RequestRecord request, String text) {
    Integer outputTokens = request.outputTokens();
    boolean success = request.outcome().isSuccess();
    Integer promptTokens = request.promptTokens();
    long startUs = request.sentUs() == null ? request.scheduledUs() : request.sentUs();
    return new VllmRequest(
        success,
        promptTokens == null && !success ? (Integer) 0 : promptTokens,
        success && outputTokens != null ? outputTokens : 0,
        startUs,
        startUs - request.scheduledUs(),
        since(startUs, request.firstTokenUs()),
        request.gapsUs(),
        since(startUs, request.lastTokenUs()),
        text,
        request.error() == null ? "" : request.error());
  }

  private static long since(long startUs, @Nullable Long us) {
    return us == null ? 0 : us - startUs;
  }

  long endUs() {
    return startUs + latencyUs;
  }
}
