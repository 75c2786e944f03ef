package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.Rules;
import java.util.Optional;
import java.util.stream.Stream;

/** A server would refuse the configuration, or run something else than it says. */
final class ServerRules implements PlanRule {
  private final FlagCatalogue catalogue;

  ServerRules(FlagCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Finding> refusal(ServerConfig config, ClusterProfile profile) {
    String model = config.text("model");
    Context context =
        new Context(
            catalogue.version(),
            model == null ? null : ModelConfig.known(model).orElse(null),
            null);
    return Stream.concat(
            catalogue.checkOlder(config.identity()).stream(), Rules.check(config, context).stream())
        .filter(Finding::refuses)
        .findFirst();
  }
}
