package dev.sweepline.contract;

/** The exit codes of every command and job script. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** A bug of Sweepline. */
  BUG(1),
  /** The command line was wrong. */
  USAGE(2),
  /** Refused by a rule: a configuration, a plan, a contract version, a held experiment. */
  REFUSED(64),
  /** Malformed input. */
  MALFORMED(65),
  /** Input that is missing or empty. */
  NO_INPUT(66),
  /** No server answers. */
  NO_SERVER(69),
  /** The server died before it was ready. */
  SERVER_DIED_STARTING(70),
  /** The server was not ready in time. */
  NOT_READY(71),
  /** The server died during the benchmark. */
  SERVER_DIED(72),
  /** The benchmark failed. */
  BENCHMARK_FAILED(73),
  /** Every run of the call is invalid. */
  ALL_INVALID(74),
  /** Interrupted by a signal. */
  INTERRUPTED(75),
  /** Output cannot be written. */
  CANNOT_WRITE(76);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The process status. */
  public int status() {
    return status;
  }
}
