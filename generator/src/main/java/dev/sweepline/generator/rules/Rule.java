package dev.sweepline.generator.rules;

import dev.sweepline.generator.finding.Finding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold.
 *
 * @param code for machines
 * @param level what it means when it does not hold
 * @param key that it is about; null for several
 * @param complaint what is wrong
 */
record Rule(String code, Finding.Level level, @Nullable String key, Complaint complaint) {
  /** Says what is wrong. */
  interface Complaint {
    /** One line with the values and the remedy; null when nothing is wrong. */
    @Nullable String about(Deployment deployment);
  }

  static Rule error(String code, @Nullable String key, Complaint complaint) {
    return new Rule(code, Finding.Level.ERROR, key, complaint);
  }

  static Rule warning(String code, @Nullable String key, Complaint complaint) {
    return new Rule(code, Finding.Level.WARNING, key, complaint);
  }

  Optional<Finding> check(Deployment deployment) {
    return Optional.ofNullable(complaint.about(deployment))
        .map(message -> new Finding(code, level, key, message));
  }
}
