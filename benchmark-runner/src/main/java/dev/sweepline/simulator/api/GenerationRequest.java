package dev.sweepline.simulator.api;

import dev.sweepline.simulator.engine.Prompt;

/**
 * A request that can be served.
 *
 * @param model the name that it used, or the server's
 * @param outputTokens that the answer will have, at least 1
 * @param finish why it will end there
 */
public record GenerationRequest(
    Endpoint endpoint,
    String model,
    Prompt prompt,
    int outputTokens,
    FinishReason finish,
    Delivery delivery) {
  /** How the answer is delivered, and where its usage stands. */
  public enum Delivery {
    /** As one JSON object. */
    WHOLE,
    /** As events without usage. */
    STREAM,
    /** As events, the last of which is the usage. */
    STREAM_WITH_USAGE,
    /** As events that have the usage so far, each. */
    STREAM_WITH_CONTINUOUS_USAGE
  }
}
