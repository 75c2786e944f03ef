package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.List;
import java.util.Optional;

/** A setting of a configuration is readable in scripts, results and the list of processes. */
final class NoSecrets implements PlanRule {
  private static final List<String> SECRETS = List.of("api_key", "hf_token");

  @Override
  public Optional<Finding> refusal(ServerConfig config, ClusterProfile profile) {
    return SECRETS.stream()
        .filter(key -> config.text(key) != null)
        .findFirst()
        .map(
            key ->
                Finding.error(
                    "secret_setting",
                    key,
                    "would stand in scripts and results; export it in the file that the profile's"
                        + " activate names"));
  }
}
