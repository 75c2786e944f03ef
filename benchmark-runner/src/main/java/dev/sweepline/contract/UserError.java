package dev.sweepline.contract;

/** Something that its user can mend: one line that says what, where and how, and an exit code. */
public class UserError extends RuntimeException {
  private final ExitCode exitCode;

  /**
   * @param exitCode what the command ends with
   * @param message one line, without a trailing newline
   */
  public UserError(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Like {@link #UserError(ExitCode, String)}, keeping the cause for {@code --debug}. */
  public UserError(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What the command ends with. */
  public final ExitCode exitCode() {
    return exitCode;
  }
}
