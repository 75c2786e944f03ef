package dev.sweepline.analytics.config;

import java.util.Locale;

/** What makes it certain that a run ran with its configuration. */
public enum ConfigBasis {
  /** The run's own header holds it. */
  SNAPSHOT,
  /** The run's id is the hash of the configuration's content. */
  CONTENT_HASH,
  /** The run's id is the name that the configuration gives itself. */
  NAME;

  /** As the column {@code config_basis} has it. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
