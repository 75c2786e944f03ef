package dev.sweepline.contract;

/** Input that breaks its contract. The message reads {@code source:line: key: rule}. */
public final class ContractException extends UserError {
  private final String rule;

  ContractException(ExitCode exitCode, String where, String key, String rule) {
    super(exitCode, where + ": " + (key.isEmpty() ? "" : key + ": ") + rule);
    this.rule = rule;
  }

  /**
   * A violation found after parsing.
   *
   * @param source file name or path
   * @param line line number from 1, or 0 where there is none
   * @param key dotted key path, empty for the whole document
   * @param rule what must hold, and the value that does not
   */
  public static ContractException at(String source, long line, String key, String rule) {
    return new ContractException(ExitCode.MALFORMED, where(source, line), key, rule);
  }

  static String where(String source, long line) {
    return line > 0 ? source + ":" + line : source;
  }

  /** The broken rule, without its place. */
  public String rule() {
    return rule;
  }
}
