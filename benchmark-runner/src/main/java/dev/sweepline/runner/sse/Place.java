package dev.sweepline.runner.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  private final byte @Nullable [] key;
  private Place[] members = {};
  private @Nullable Place element;

  static {
    for (Place place : values()) {
      Place parent = place.parent;
      if (parent != null && place.key == null) {
        parent.element = place;
      } else if (parent != null) {
        parent.members = Arrays.copyOf(parent.members, parent.members.length + 1);
        parent.members[parent.members.length - 1] = place;
      }
    }
  }

  /** A null key is an element of the parent's array. */
  Place(@Nullable Place parent, @Nullable String key) {
    this.parent = parent;
    this.key = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
  }

  /** The place of an object's member, by the bytes of its unescaped key. */
  Place member(byte[] bytes, int from, int to) {
    for (Place member : members) {
      byte[] name = member.key;
      if (name != null
          && name.length == to - from
          && Arrays.equals(bytes, from, to, name, 0, name.length)) {
        return member;
      }
    }
    return ELSEWHERE;
  }

  /** The place of an array's elements. */
  Place element() {
    return element == null ? ELSEWHERE : element;
  }
}
