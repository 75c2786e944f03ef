package dev.sweepline.generator.vetting;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.model.ModelFacts;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.InertKeys;
import dev.sweepline.generator.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the catalogue of options and the rules about many configurations that differ little. */
public final class Vetting {
  private final FlagCatalogue catalogue;
  private final @Nullable ModelFacts model;
  private final @Nullable Gpu gpu;

  /** The catalogue judges each setting by itself: one that was seen needs no second look. */
  private final Map<Map.Entry<String, Object>, List<Finding>> judged = new HashMap<>();

  private final Map<String, Optional<ModelFacts>> known = new HashMap<>();

  /**
   * @param catalogue of the server that will be started
   * @param model facts of the model; null to look them up by its name
   * @param gpu kind of GPU; null when it shall not matter
   */
  public Vetting(FlagCatalogue catalogue, @Nullable ModelFacts model, @Nullable Gpu gpu) {
    this.catalogue = catalogue;
    this.model = model;
    this.gpu = gpu;
  }

  /** What is doubtful about the checks themselves. */
  public List<Finding> notices() {
    return catalogue.notices();
  }

  /** Without settings that have no effect, so that equal experiments look equal. */
  public ServerConfig folded(ServerConfig config) {
    return InertKeys.fold(config);
  }

  /** What is wrong or doubtful: first about single settings, then about them together. */
  public List<Finding> findings(ServerConfig config) {
    List<Finding> findings = new ArrayList<>();
    config
        .identity()
        .entrySet()
        .forEach(setting -> findings.addAll(judged.computeIfAbsent(setting, this::judge)));
    findings.addAll(Rules.check(config, context(config)));
    return findings;
  }

  private List<Finding> judge(Map.Entry<String, Object> setting) {
    return catalogue.check(Map.of(setting.getKey(), setting.getValue()));
  }

  private Context context(ServerConfig config) {
    String name = String.valueOf(config.text("model"));
    ModelFacts facts =
        model != null ? model : known.computeIfAbsent(name, ModelConfig::known).orElse(null);
    return new Context(catalogue.version(), facts, gpu);
  }
}
