package dev.sweepline.runner.sse;

import org.jspecify.annotations.Nullable;

/**
 * A place in an event's JSON, as far as it matters. The one table of the keys that are read:
 * completions and chat, with reasoning and tool calls.
 */
enum Place {
  ROOT(null, ""),
  CHOICES(ROOT, "choices"),
  CHOICE(CHOICES, null),
  TEXT(CHOICE, "text"),
  FINISH_REASON(CHOICE, "finish_reason"),
  DELTA(CHOICE, "delta"),
  CONTENT(DELTA, "content"),
  REASONING(DELTA, "reasoning"),
  REASONING_CONTENT(DELTA, "reasoning_content"),
  TOOL_CALLS(DELTA, "tool_calls"),
  TOOL_CALL(TOOL_CALLS, null),
  FUNCTION(TOOL_CALL, "function"),
  NAME(FUNCTION, "name"),
  ARGUMENTS(FUNCTION, "arguments"),
  USAGE(ROOT, "usage"),
  PROMPT_TOKENS(USAGE, "prompt_tokens"),
  COMPLETION_TOKENS(USAGE, "completion_tokens"),
  ERROR(ROOT, "error"),
  OBJECT(ROOT, "object"),
  MESSAGE(ROOT, "message"),
  ELSEWHERE(null, "");

  private final @Nullable Place parent;
  private final @Nullable String key;

  /** A null key is an element of the parent's array. */
  Place(@Nullable Place parent, @Nullable String key) {
    this.parent = parent;
    this.key = key;
  }

  @Nullable Place parent() {
    return parent;
  }

  /** In its parent; null for an element of an array. */
  @Nullable String key() {
    return key;
  }
}
