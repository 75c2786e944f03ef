package dev.sweepline.simulator.api;

/** Where in a chat's events the text stands; completions know {@link #CONTENT} only. */
public enum Voice {
  /** All of it is the answer. */
  CONTENT(Delta.ofKey("content")),
  /** The first half is reasoning, under the key of today. */
  REASONING(Delta.ofKey("reasoning")),
  /** The first half is reasoning, under the key of before. */
  REASONING_CONTENT(Delta.ofKey("reasoning_content")),
  /** All of it is the arguments of a tool call. */
  TOOL_CALLS(
      new Delta(
          "\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"", "\"}}]}"));

  private final Delta first;

  Voice(Delta first) {
    this.first = first;
  }

  /** Around the text of the first event: a tool call begins with the tool's name. */
  Delta start() {
    return this == TOOL_CALLS
        ? new Delta(
            "\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call-0\",\"type\":\"function\","
                + "\"function\":{\"name\":\"look_up\",\"arguments\":\"",
            first.closes())
        : first;
  }

  /** Around the text of the first half. */
  Delta firstHalf() {
    return first;
  }

  /** Around the text of the second half. */
  Delta secondHalf() {
    return this == TOOL_CALLS ? first : CONTENT.first;
  }
}
