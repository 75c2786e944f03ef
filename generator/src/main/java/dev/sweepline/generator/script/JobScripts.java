package dev.sweepline.generator.script;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.output.GeneratedFile;
import dev.sweepline.generator.profile.ClusterProfile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the script of an experiment: its values first, then a body that all scripts share. */
public final class JobScripts {
  /** The body, each part using those before it only. */
  private static final List<String> BODY =
      List.of(
          "report.sh",
          "steps.sh",
          "nodes.sh",
          "provenance.sh",
          "ray.sh",
          "server.sh",
          "load.sh",
          "main.sh");

  private final Plan plan;
  private final ClusterProfile profile;
  private final Run run;
  private final Template header = Template.resource("job/header.template");
  private final String body = BODY.stream().map(JobScripts::part).collect(Collectors.joining());

  /**
   * What a plan does not say.
   *
   * @param sweepDirectory absolute; the scripts do not depend on where they are started
   * @param resultsDirectory absolute
   * @param warmupRequests before each load point
   * @param seed of the order of the load points
   */
  public record Run(Path sweepDirectory, Path resultsDirectory, int warmupRequests, long seed) {}

  public JobScripts(Plan plan, ClusterProfile profile, Run run) {
    this.plan = plan;
    this.profile = profile;
    this.run = run;
  }

  private static String part(String name) {
    return Template.resource("job/" + name).text();
  }

  /** One script for each experiment. */
  public List<GeneratedFile> all() {
    return plan.experiments().stream().map(this::script).toList();
  }

  private GeneratedFile script(Plan.Experiment experiment) {
    return GeneratedFile.executable(
        run.sweepDirectory().resolve(experiment.script()), header.fill(values(experiment)) + body);
  }

  private Map<String, String> values(Plan.Experiment experiment) {
    Map<String, String> values = new HashMap<>();
    values.put("names", comment(String.join(", ", experiment.aliases())));
    values.put("sbatch", new BatchHeader(profile, run.sweepDirectory()).of(experiment));
    values.put("exp_id", ShellWords.quote(experiment.expId()));
    values.put("schema_version", ShellWords.quote(SchemaVersion.CURRENT.toString()));
    values.put("sweep_dir", ShellWords.quote(run.sweepDirectory().toString()));
    values.put("results_dir", ShellWords.quote(run.resultsDirectory().toString()));
    values.put("config", ContractJson.current().document(experiment.config()));
    values.put("max_requeues", String.valueOf(profile.batch().maxRequeues()));
    values.put("client", ShellWords.array(profile.client().command()));
    values.put("explain", ShellWords.array(profile.client().explain()));
    addSite(values, profile.site());
    new LoadValues(plan, run).addTo(values, experiment.expId());
    new ServerValues(experiment.config(), profile, catalogue(), run.sweepDirectory()).addTo(values);
    return values;
  }

  private static void addSite(Map<String, String> values, ClusterProfile.Site site) {
    String between = site.networkInterface();
    values.put("interface", ShellWords.quote(between == null ? "" : between));
    values.put("temp_dir", ShellWords.quote(site.tempDir()));
    values.put("modules", ShellWords.array(site.modules()));
    values.put("activate", ShellWords.array(site.activate()));
    values.put("environment", environment(site.environment()));
  }

  private FlagCatalogue catalogue() {
    String version = plan.vllmVersion();
    return version == null ? FlagCatalogue.newest() : FlagCatalogue.of(VllmVersion.parse(version));
  }

  /** One line of text, whatever the names hold. */
  private static String comment(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String environment(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(
            entry -> "  export " + entry.getKey() + "=" + ShellWords.quote(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }
}
