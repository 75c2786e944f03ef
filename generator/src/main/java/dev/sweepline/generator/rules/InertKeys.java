package dev.sweepline.generator.rules;

import dev.sweepline.contract.ServerConfig;

/** Settings without effect beside the others. */
public final class InertKeys {
  private InertKeys() {}

  /** A configuration without them, so that equal experiments look equal. */
  public static ServerConfig fold(ServerConfig config) {
    return config;
  }
}
