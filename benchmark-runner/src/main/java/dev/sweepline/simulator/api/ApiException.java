package dev.sweepline.simulator.api;

/** Carries an {@link ApiError} to where it is answered. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiError error;

  /** For a request that is refused. */
  public ApiException(ApiError error) {
    super(error.message());
    this.error = error;
  }

  /** What to answer. */
  public ApiError error() {
    return error;
  }
}
