package dev.sweepline.generator.rules;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import java.util.List;

/** Every rule, asked in a fixed order. */
public final class Rules {
  private Rules() {}

  /** What is wrong or doubtful; settings without effect are not held against a configuration. */
  public static List<Finding> check(ServerConfig config, Context context) {
    return List.of();
  }
}
