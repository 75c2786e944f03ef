package dev.sweepline.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code datasets/<name>.jsonl}. Files of the original and hand-made ones lack some keys.
 *
 * @param id unique in its file; null when the file has none
 * @param prompt the text; exactly one of it and {@code messages} is given
 * @param messages a conversation
 * @param promptLength tokens of the prompt
 * @param expectedOutputLength tokens that a natural answer would have
 * @param maxOutputTokens what is sent as the limit; null to send {@code expectedOutputLength}
 * @param metadata anything else
 */
@WrittenByOthers
public record PromptLine(
    @Nullable String id,
    @Nullable String prompt,
    @Nullable List<Message> messages,
    @Nullable Integer promptLength,
    @Nullable Integer expectedOutputLength,
    @Nullable Integer maxOutputTokens,
    @Nullable Map<String, @Nullable Object> metadata) {
  /** One turn of a conversation. */
  public record Message(String role, String content) {}

  public PromptLine {
    Rules.hold(
        (prompt == null) != (messages == null),
        "prompt",
        "must be given, or else messages",
        prompt);
    Rules.hold(prompt == null || !prompt.isEmpty(), "prompt", "must not be empty", prompt);
    Rules.hold(messages == null || !messages.isEmpty(), "messages", "must not be empty", messages);
    Rules.atLeast("prompt_length", promptLength, 1);
    Rules.atLeast("expected_output_length", expectedOutputLength, 1);
    Rules.atLeast("max_output_tokens", maxOutputTokens, 1);
    messages = messages == null ? null : List.copyOf(messages);
    metadata = metadata == null ? null : OrderedCopy.<String, @Nullable Object>of(metadata);
  }

  /** The limit to send: {@code maxOutputTokens}, else {@code expectedOutputLength}, else null. */
  public @Nullable Integer outputLimit() {
    return maxOutputTokens != null ? maxOutputTokens : expectedOutputLength;
  }
}
