package dev.sweepline.simulator.api;

/**
 * What every part of an answer repeats.
 *
 * @param requestId of the client or made up
 * @param created UNIX seconds
 */
public record AnswerIdentity(GenerationRequest request, String requestId, long created) {
  /** As vLLM names the build that answered. */
  static final String FINGERPRINT = "vllm-simulated";

  String id() {
    return request.endpoint().answerId(requestId);
  }

  /** Why an answer with so many tokens ended: one that is shorter than planned ended by itself. */
  String finish(int tokens, AnswerStyle style) {
    FinishReason reason = tokens < request.outputTokens() ? FinishReason.STOP : request.finish();
    boolean calls = style.voice() == Voice.TOOL_CALLS && request.endpoint() == Endpoint.CHAT;
    return calls && reason == FinishReason.STOP ? "tool_calls" : reason.label();
  }

  /** Whether the last of so many tokens has text: the end-of-text token is counted and has none. */
  boolean lastHasText(int tokens) {
    return tokens > 0 && (tokens < request.outputTokens() || request.finish() != FinishReason.STOP);
  }
}
