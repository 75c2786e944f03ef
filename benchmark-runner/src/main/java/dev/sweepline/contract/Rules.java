package dev.sweepline.contract;

import org.jspecify.annotations.Nullable;

/** The checks of the records' constructors; a message is key, rule, value. */
final class Rules {
  private Rules() {}

  static void hold(boolean holds, String key, String rule, @Nullable Object value) {
    if (!holds) {
      throw new RuleViolation(key, "%s, got: %s".formatted(rule, value));
    }
  }

  static void atLeast(String key, @Nullable Number value, long floor) {
    hold(value == null || value.doubleValue() >= floor, key, "must be >= " + floor, value);
  }

  static void notBlank(String key, @Nullable String value) {
    hold(value == null || !value.isBlank(), key, "must not be blank", value);
  }

  /** What a record's constructor refused; {@link ContractJson} adds the place. */
  static final class RuleViolation extends IllegalArgumentException {
    private final String key;
    private final String rule;

    RuleViolation(String key, String rule) {
      super(key + ": " + rule);
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
