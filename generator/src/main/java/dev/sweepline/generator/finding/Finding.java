package dev.sweepline.generator.finding;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong or doubtful about a configuration.
 *
 * @param code for machines, in snake case
 * @param level whether it may run
 * @param key of the configuration, as stated; null when it is about several
 * @param message one line with the values and the remedy
 */
public record Finding(String code, Level level, @Nullable String key, String message) {
  /** Whether a configuration may run. */
  public enum Level {
    /** It is refused. */
    ERROR,
    /** It runs, but perhaps not as meant. */
    WARNING
  }

  /** It is refused. */
  public static Finding error(String code, @Nullable String key, String message) {
    return new Finding(code, Level.ERROR, key, message);
  }

  /** It runs, but perhaps not as meant. */
  public static Finding warning(String code, @Nullable String key, String message) {
    return new Finding(code, Level.WARNING, key, message);
  }

  /** Whether the configuration is refused. */
  public boolean refuses() {
    return level == Level.ERROR;
  }
}
