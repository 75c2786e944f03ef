package dev.sweepline.runner.sse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a completion's stream says. Reused for each event, because a stream has
 * thousands: {@link #clear} before the next.
 */
public final class StreamEvent {
  /** Stands for a number that the event does not have. */
  public static final int UNKNOWN = -1;

  private static final String STOP = "stop";
  private static final String LENGTH = "length";

  private boolean text;
  private boolean answer;
  private @Nullable String finishReason;
  private int promptTokens = UNKNOWN;
  private int outputTokens = UNKNOWN;
  private @Nullable String error;

  void clear() {
    text = false;
    answer = false;
    finishReason = null;
    promptTokens = UNKNOWN;
    outputTokens = UNKNOWN;
    error = null;
  }

  /** Whether it has text of any kind: content, reasoning or a tool call. */
  public boolean hasText() {
    return text;
  }

  /** Whether it has content, the answer proper. */
  public boolean hasAnswer() {
    return answer;
  }

  /** Why the server stopped; null when it did not say. */
  public @Nullable String finishReason() {
    return finishReason;
  }

  /** Tokens of the prompt by usage, or {@link #UNKNOWN}. */
  public int promptTokens() {
    return promptTokens;
  }

  /** Tokens so far by usage, or {@link #UNKNOWN}. */
  public int outputTokens() {
    return outputTokens;
  }

  /** What went wrong at the server; null when nothing did. */
  public @Nullable String error() {
    return error;
  }

  void nonEmptyString(Place place, byte[] bytes, int from, int to) {
    switch (place) {
      case TEXT, CONTENT -> text(true);
      case REASONING, REASONING_CONTENT, NAME, ARGUMENTS -> text(false);
      case FINISH_REASON -> finishReason = reason(bytes, from, to);
      default -> {
        // Any other string says nothing.
      }
    }
  }

  /** Text has come; as answer or as something else. */
  void text(boolean asAnswer) {
    text = true;
    answer |= asAnswer;
  }

  /** Whether it has no more than text. */
  boolean saysNothingElse() {
    return finishReason == null
        && promptTokens == UNKNOWN
        && outputTokens == UNKNOWN
        && error == null;
  }

  void number(Place place, int value) {
    switch (place) {
      case PROMPT_TOKENS -> promptTokens = value;
      case COMPLETION_TOKENS -> outputTokens = value;
      default -> {
        // Any other number says nothing.
      }
    }
  }

  void failed(String message) {
    error = message;
  }

  private static String reason(byte[] bytes, int from, int to) {
    String reason = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return switch (reason) {
      case STOP -> STOP;
      case LENGTH -> LENGTH;
      default -> reason;
    };
  }

  @Override
  public String toString() {
    return "text %s answer %s finish %s prompt %d output %d error %s"
        .formatted(text, answer, finishReason, promptTokens, outputTokens, error);
  }
}
