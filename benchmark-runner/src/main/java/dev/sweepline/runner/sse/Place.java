package dev.sweepline.runner.sse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an event's JSON, as far as it matters. The one table of the keys that are read:
 * completions and chat, with reasoning and tool calls.
 */
enum Place {
  ROOT(null),
  CHOICES(ROOT, "choices"),
  CHOICE(CHOICES),
  TEXT(CHOICE, "text"),
  FINISH_REASON(CHOICE, "finish_reason"),
  /** Of a stream; the same in an answer that is not one. */
  DELTA(CHOICE, "delta", "message"),
  CONTENT(DELTA, "content"),
  REASONING(DELTA, "reasoning"),
  REASONING_CONTENT(DELTA, "reasoning_content"),
  TOOL_CALLS(DELTA, "tool_calls"),
  TOOL_CALL(TOOL_CALLS),
  FUNCTION(TOOL_CALL, "function"),
  NAME(FUNCTION, "name"),
  ARGUMENTS(FUNCTION, "arguments"),
  USAGE(ROOT, "usage"),
  PROMPT_TOKENS(USAGE, "prompt_tokens"),
  COMPLETION_TOKENS(USAGE, "completion_tokens"),
  ERROR(ROOT, "error"),
  OBJECT(ROOT, "object"),
  MESSAGE(ROOT, "message"),
  ELSEWHERE(null);

  private final @Nullable Place parent;
  private final List<String> keys;

  /** One without a key is an element of the parent's array. */
  Place(@Nullable Place parent, String... keys) {
    this.parent = parent;
    this.keys = List.of(keys);
  }

  /** Whether a string there is generated text. */
  boolean isText() {
    return switch (this) {
      case TEXT, CONTENT, REASONING, REASONING_CONTENT, NAME, ARGUMENTS -> true;
      default -> false;
    };
  }

  @Nullable Place parent() {
    return parent;
  }

  /** In its parent, any of them; empty for an element of an array. */
  List<String> keys() {
    return keys;
  }
}
