package dev.sweepline.analytics.config;

import dev.sweepline.contract.ServerConfig;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A run's configuration.
 *
 * @param config as its file has it
 * @param basis why it is this run's
 * @param name that the configuration gives itself; null without one
 */
public record ConfigMatch(ServerConfig config, ConfigBasis basis, @Nullable String name)
    implements Serializable {
  private static final String NAME_KEY = "name";

  /** The configuration that a run brought along. */
  public static ConfigMatch snapshot(ServerConfig config) {
    return of(config, ConfigBasis.SNAPSHOT);
  }

  static ConfigMatch of(ServerConfig config, ConfigBasis basis) {
    return new ConfigMatch(
        config, basis, config.values().get(NAME_KEY) instanceof String name ? name : null);
  }
}
