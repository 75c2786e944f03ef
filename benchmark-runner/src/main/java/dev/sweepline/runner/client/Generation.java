package dev.sweepline.runner.client;

import dev.sweepline.runner.sse.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the server has generated for one request so far. Times are microseconds since the run's
 * start.
 */
final class Generation {
  private final TokenTrace tokens = new TokenTrace();
  private @Nullable Long firstEventUs;
  private @Nullable Long firstAnswerUs;
  private @Nullable String finishReason;
  private @Nullable String error;
  private int promptTokens = StreamEvent.UNKNOWN;
  private int outputTokens = StreamEvent.UNKNOWN;

  /** An event of a stream. */
  void event(StreamEvent event, long atUs) {
    if (firstEventUs == null) {
      firstEventUs = atUs;
    }
    if (event.hasText()) {
      tokens.add(atUs, event.outputTokens());
    }
    if (event.hasAnswer() && firstAnswerUs == null) {
      firstAnswerUs = atUs;
    }
    note(event);
  }

  /** All of an answer that was not streamed. */
  void whole(StreamEvent answer, long atUs) {
    if (answer.hasText()) {
      tokens.addWhole(atUs);
    }
    note(answer);
  }

  /** The stream or the answer is not what it should be. */
  void failed(String message) {
    error = message;
  }

  private void note(StreamEvent event) {
    if (event.error() != null) {
      error = event.error();
    }
    if (event.finishReason() != null) {
      finishReason = event.finishReason();
    }
    if (event.promptTokens() != StreamEvent.UNKNOWN) {
      promptTokens = event.promptTokens();
    }
    if (event.outputTokens() != StreamEvent.UNKNOWN) {
      outputTokens = event.outputTokens();
    }
  }

  TokenTrace tokens() {
    return tokens;
  }

  @Nullable Long firstEventUs() {
    return firstEventUs;
  }

  @Nullable Long firstAnswerUs() {
    return firstAnswerUs;
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  /** What the server said went wrong after its status 200; null when it did not. */
  @Nullable String error() {
    return error;
  }

  @Nullable Integer promptTokens() {
    return promptTokens == StreamEvent.UNKNOWN ? null : (Integer) promptTokens;
  }

  /** Tokens of a success: by usage where the server gave a count, else by events. */
  int countedTokens() {
    return countsByUsage() ? outputTokens : tokens.events();
  }

  boolean countsByUsage() {
    return outputTokens > 0;
  }
}
