package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.model.ModelFacts;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.Rules;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server would refuse the configuration, or run something else than it says. */
final class ServerRules implements PlanRule {
  private final ServerFacts facts;
  private final FlagCatalogue catalogue;

  ServerRules(ServerFacts facts) {
    this.facts = facts;
    this.catalogue = facts.catalogue();
  }

  @Override
  public Optional<Finding> refusal(ServerConfig config, ClusterProfile profile) {
    Context context = new Context(catalogue.version(), model(config), facts.gpu());
    return Stream.concat(
            catalogue.checkOlder(config.identity()).stream(), Rules.check(config, context).stream())
        .filter(Finding::refuses)
        .findFirst();
  }

  private @Nullable ModelFacts model(ServerConfig config) {
    String name = config.text("model");
    return facts.model() != null || name == null
        ? facts.model()
        : ModelConfig.known(name).orElse(null);
  }
}
