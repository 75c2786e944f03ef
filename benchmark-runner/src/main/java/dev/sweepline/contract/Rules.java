package dev.sweepline.contract;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of the records' constructors; a message is key, rule, value. */
final class Rules {
  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Rules() {}

  static void hold(boolean holds, String key, String rule, @Nullable Object value) {
    if (!holds) {
      throw new RuleViolation(key, "%s, got: %s".formatted(rule, value));
    }
  }

  static void atLeast(String key, int value, long floor) {
    if (value < floor) {
      throw tooSmall(key, value, floor);
    }
  }

  static void atLeast(String key, @Nullable Integer value, long floor) {
    if (value != null) {
      atLeast(key, value.intValue(), floor);
    }
  }

  /** For times, in microseconds since the run's start. */
  static void notBefore(String key, @Nullable Long value, long floor) {
    if (value != null && value < floor) {
      throw tooSmall(key, value, floor);
    }
  }

  private static RuleViolation tooSmall(String key, long value, long floor) {
    return new RuleViolation(key, "must be >= %d, got: %d".formatted(floor, value));
  }

  /** 0 to 1. */
  static void share(String key, @Nullable Double value) {
    hold(value == null || (value >= 0 && value <= 1), key, "must be from 0 to 1", value);
  }

  static void notBlank(String key, @Nullable String value) {
    hold(value == null || !value.isBlank(), key, "must not be blank", value);
  }

  /** A name that becomes part of a path. */
  static void safeName(String key, String value) {
    hold(
        SAFE_NAME.matcher(value).matches(),
        key,
        "must be letters, digits, '.', '_' and '-', and begin with a letter or digit",
        value);
  }

  static void sha256(String key, String value) {
    hold(SHA256.matcher(value).matches(), key, "must be 64 hex digits", value);
  }

  /** What a record's constructor refused; {@link ContractJson} adds the place. */
  static final class RuleViolation extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final String rule;

    /**
     * @param key of the record that refuses; empty for a type that is one value
     */
    RuleViolation(String key, String rule) {
      super(key.isEmpty() ? rule : key + ": " + rule);
      this.key = key;
      this.rule = rule;
    }

    String key() {
      return key;
    }

    String rule() {
      return rule;
    }
  }
}
