package dev.sweepline.runner.client;

import org.jspecify.annotations.Nullable;

/** An encoded body, shared by all requests that send it. */
public final class Payload {
  private final String promptId;
  private final byte[] body;
  private final @Nullable Integer outputLimit;

  /**
   * @param promptId of the dataset's line
   * @param body JSON, not copied
   * @param outputLimit the limit in it; null without one
   */
  public Payload(String promptId, byte[] body, @Nullable Integer outputLimit) {
    this.promptId = promptId;
    this.body = body;
    this.outputLimit = outputLimit;
  }

  String promptId() {
    return promptId;
  }

  byte[] body() {
    return body;
  }

  @Nullable Integer outputLimit() {
    return outputLimit;
  }
}
