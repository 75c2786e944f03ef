package dev.sweepline.runner.http;

/** An answer that is not HTTP/1.1. */
public final class MalformedResponse extends RuntimeException {
  /**
   * @param message one line
   */
  public MalformedResponse(String message) {
    super(message);
  }
}
