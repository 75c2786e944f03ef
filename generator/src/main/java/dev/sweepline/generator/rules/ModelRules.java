package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.ModelFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model allows. */
final class ModelRules {
  static final List<Rule> ALL =
      List.of(
          Rule.error("model_name", "model", ModelRules::name),
          Rule.error("heads_divisible", Deployment.TENSOR, ModelRules::heads),
          Rule.error("pipeline_layers", Deployment.PIPELINE, ModelRules::layers),
          Rule.error("model_context", "max_model_len", ModelRules::context));

  private ModelRules() {}

  /** It is an argument of its own, which must not read as an option. */
  private static @Nullable String name(Deployment it) {
    String model = it.text("model");
    return model.isBlank() || model.startsWith("-")
        ? "the model's name must not be empty or begin with a dash, got: " + model
        : null;
  }

  private static @Nullable String heads(Deployment it) {
    ModelFacts model = it.context().model();
    return model != null && model.attentionHeads() % it.tensor() != 0
        ? "%d attention heads of %s do not divide by tensor_parallel_size %d; take a divisor"
            .formatted(model.attentionHeads(), model.name(), it.tensor())
        : null;
  }

  private static @Nullable String layers(Deployment it) {
    ModelFacts model = it.context().model();
    return model != null && model.layers() < it.pipeline()
        ? "%s has %d layers, fewer than the %d stages of pipeline_parallel_size"
            .formatted(model.name(), model.layers(), it.pipeline())
        : null;
  }

  private static @Nullable String context(Deployment it) {
    ModelFacts model = it.context().model();
    Long asked = it.size("max_model_len");
    return model != null && asked != null && asked > model.contextTokens()
        ? "%d is more than the %d tokens that %s was made for"
            .formatted(asked, model.contextTokens(), model.name())
        : null;
  }
}
