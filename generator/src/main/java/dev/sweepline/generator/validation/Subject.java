package dev.sweepline.generator.validation;

import dev.sweepline.contract.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that is checked.
 *
 * @param config what it says
 * @param origin who wrote it
 * @param vllmVersion that its file is meant for; null when it does not say
 */
record Subject(ServerConfig config, Origin origin, @Nullable String vllmVersion) {
  /** Who wrote a configuration. */
  enum Origin {
    /** Perhaps an older tool, for an older server. */
    FILE,
    /** The author of a sweep, for the server that it is checked against. */
    SWEEP
  }
}
