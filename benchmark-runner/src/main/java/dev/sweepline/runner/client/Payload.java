package dev.sweepline.runner.client;

import org.jspecify.annotations.Nullable;

/** An encoded body, shared by all requests that send it. */
public final class Payload {
  private final String promptId;
  private final byte[] body;
  private final int promptOffset;
  private final @Nullable Integer outputLimit;

  /**
   * @param promptId of the dataset's line
   * @param body JSON, not copied
   * @param promptOffset where in it the text of the prompt begins, in bytes: behind the quote of
   *     the prompt, or of the first user message
   * @param outputLimit the limit in it; null without one
   */
  public Payload(String promptId, byte[] body, int promptOffset, @Nullable Integer outputLimit) {
    this.promptId = promptId;
    this.body = body;
    this.promptOffset = promptOffset;
    this.outputLimit = outputLimit;
  }

  String promptId() {
    return promptId;
  }

  byte[] body() {
    return body;
  }

  int promptOffset() {
    return promptOffset;
  }

  @Nullable Integer outputLimit() {
    return outputLimit;
  }
}
