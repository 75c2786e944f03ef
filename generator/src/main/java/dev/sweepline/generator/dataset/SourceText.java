package dev.sweepline.generator.dataset;

import dev.sweepline.contract.PromptLine.Message;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file of others says of one request.
 *
 * @param prompt text; null where there are messages or a length only
 * @param messages a conversation; null where there are none
 * @param inputTokens stated length; null when unknown
 * @param outputTokens stated limit; null when unknown
 * @param answer given text; null when unknown
 */
public record SourceText(
    @Nullable String prompt,
    @Nullable List<Message> messages,
    @Nullable Integer inputTokens,
    @Nullable Integer outputTokens,
    @Nullable String answer) {
  static SourceText prompt(String text, @Nullable Integer outputTokens) {
    return new SourceText(text, null, null, outputTokens, null);
  }

  static SourceText lengths(int inputTokens, @Nullable Integer outputTokens) {
    return new SourceText(null, null, inputTokens, outputTokens, null);
  }

  /** All that is sent, for counting; null when only a length is known. */
  @Nullable String text() {
    return messages == null
        ? prompt
        : messages.stream().map(Message::content).collect(Collectors.joining("\n"));
  }

  /** A trace's failed requests got no answer, and an empty prompt cannot be sent. */
  boolean isUsable() {
    boolean sent = text() == null ? Objects.requireNonNullElse(inputTokens, 0) > 0 : !blank(text());
    return sent && (outputTokens == null || outputTokens > 0) && (answer == null || !blank(answer));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
