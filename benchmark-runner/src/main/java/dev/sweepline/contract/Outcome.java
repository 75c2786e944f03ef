package dev.sweepline.contract;

/** How a request ended. Every attempted request has exactly one. */
public enum Outcome {
  /** 200, at least one token, a finish reason, no error event, a properly ended stream. */
  OK,
  /** Like {@link #OK} with fewer tokens than asked for under {@code ignore_eos}. */
  OK_SHORT,
  /** Ended well without a token. */
  EMPTY,
  /** The stream ended without a finish reason or its end mark. */
  TRUNCATED,
  /** An error event inside a 200 stream. */
  STREAM_ERROR,
  /** A status other than 200 and 429. */
  HTTP_ERROR,
  /** Status 429. */
  RATE_LIMITED,
  /** The connection was refused. */
  REFUSED,
  /** The connection broke. */
  RESET,
  CONNECT_TIMEOUT,
  FIRST_TOKEN_TIMEOUT,
  IDLE_TIMEOUT,
  TOTAL_TIMEOUT,
  /** Given up by the client, because the run was stopped. */
  CANCELLED,
  /** A slot of an open schedule that was never attempted. */
  NOT_SENT;

  /** Whether the request counts as served. */
  public boolean isSuccess() {
    return this == OK || this == OK_SHORT;
  }

  /** Whether the request left the client, or at least tried to. */
  public boolean isAttempted() {
    return this != NOT_SENT;
  }
}
