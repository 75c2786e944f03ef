package dev.sweepline.generator.vetting;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.InertKeys;
import dev.sweepline.generator.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the catalogue of options and the rules about many configurations that differ little. */
public final class Vetting {
  private final FlagCatalogue catalogue;
  private final Context context;

  /**
   * The catalogue judges each setting by itself, so a setting that was seen needs no second look.
   */
  private final Map<Map.Entry<String, Object>, List<Finding>> judged = new HashMap<>();

  /**
   * @param catalogue of the server that will be started
   * @param context what the rules are told
   */
  public Vetting(FlagCatalogue catalogue, Context context) {
    this.catalogue = catalogue;
    this.context = context;
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
    findings.addAll(Rules.check(config, context));
    return findings;
  }

  private List<Finding> judge(Map.Entry<String, Object> setting) {
    return catalogue.check(Map.of(setting.getKey(), setting.getValue()));
  }
}
