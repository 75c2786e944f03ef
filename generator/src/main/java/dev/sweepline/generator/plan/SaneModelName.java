package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.Optional;

/** The model is an argument of its own, which must not read as an option. */
final class SaneModelName implements PlanRule {
  @Override
  public String code() {
    return "model_name";
  }

  @Override
  public Optional<String> refusal(ServerConfig config, ClusterProfile profile) {
    String model = config.text("model");
    return model == null || model.isBlank() || model.startsWith("-")
        ? Optional.of("the model's name must not be empty or begin with a dash, got: " + model)
        : Optional.empty();
  }
}
