package dev.sweepline.generator.script;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.output.GeneratedFile;
import dev.sweepline.generator.profile.ClusterProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders the script of an experiment: its values first, then a body that all scripts share. */
public final class JobScripts {
  private final Plan plan;
  private final ClusterProfile profile;
  private final Run run;
  private final Template template = Template.resource("job.sbatch.template");

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

  /** One script for each experiment. */
  public List<GeneratedFile> all() {
    return plan.experiments().stream().map(this::script).toList();
  }

  private GeneratedFile script(Plan.Experiment experiment) {
    return GeneratedFile.executable(
        run.sweepDirectory().resolve(experiment.script()), template.fill(values(experiment)));
  }

  private Map<String, String> values(Plan.Experiment experiment) {
    ServeOptions options = new ServeOptions(experiment.config(), catalogue());
    ContractJson json = ContractJson.current();
    Map<String, String> values = new HashMap<>();
    values.put("names", comment(String.join(", ", experiment.aliases())));
    values.put("sbatch", new BatchHeader(profile, run.sweepDirectory()).of(experiment));
    values.put("exp_id", ShellWords.quote(experiment.expId()));
    values.put("schema_version", ShellWords.quote(SchemaVersion.CURRENT.toString()));
    values.put("sweep_dir", ShellWords.quote(run.sweepDirectory().toString()));
    values.put("results_dir", ShellWords.quote(run.resultsDirectory().toString()));
    values.put("dataset", ShellWords.quote(plan.datasetPath()));
    values.put("dataset_sha256", ShellWords.quote(plan.dataset().sha256()));
    values.put("java", ShellWords.quote(profile.java()));
    values.put("bench_jar", ShellWords.quote(plan.benchJar()));
    values.put("ready_timeout", String.valueOf(profile.readyTimeoutS()));
    values.put("stop_timeout", String.valueOf(profile.stopTimeoutS()));
    values.put("repeats", String.valueOf(plan.repeats()));
    values.put("load_flags", ShellWords.array(loads(JobScripts::flag)));
    values.put("load_values", ShellWords.array(loads(JobScripts::value)));
    values.put("load_slugs", ShellWords.array(loads(JobScripts::slug)));
    values.put("load_orders", ShellWords.array(orders(experiment)));
    values.put("model", ShellWords.quote(options.servedModel()));
    values.put("probe", ShellWords.quote(json.line(probe(options.servedModel()))));
    values.put("serve", ShellWords.array(profile.serve()));
    values.put("arguments", ShellWords.array(arguments(options)));
    values.put("requests", String.valueOf(requests()));
    values.put("warmup_requests", String.valueOf(run.warmupRequests()));
    values.put("bench_options", ShellWords.array(benchOptions()));
    values.put("environment", environment());
    values.put("modules", ShellWords.array(profile.modules()));
    values.put("config", json.document(experiment.config()));
    return values;
  }

  private FlagCatalogue catalogue() {
    String version = plan.vllmVersion();
    return version == null ? FlagCatalogue.newest() : FlagCatalogue.of(VllmVersion.parse(version));
  }

  /** One line of text, whatever the names hold. */
  private static String comment(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private List<String> arguments(ServeOptions options) {
    List<String> arguments = new ArrayList<>(options.arguments());
    arguments.addAll(profile.serveArgs());
    return arguments;
  }

  private List<String> orders(Plan.Experiment experiment) {
    return new LoadOrder(experiment.expId(), run.seed(), plan.loads().size())
        .ofRepeats(plan.repeats());
  }

  private List<String> loads(Function<Plan.LoadPoint, String> part) {
    return plan.loads().stream().map(part).toList();
  }

  private static String flag(Plan.LoadPoint load) {
    return load.rate() == null ? "--concurrency" : "--request-rate";
  }

  private static String value(Plan.LoadPoint load) {
    return String.valueOf(load.rate() == null ? load.concurrency() : load.rate());
  }

  /** How the names of its runs begin. */
  private static String slug(Plan.LoadPoint load) {
    return (load.rate() == null ? "conc" : "rate") + value(load);
  }

  /** Measured requests of every load point. */
  private int requests() {
    Integer maxPrompts = plan.loads().get(0).maxPrompts();
    return maxPrompts == null ? plan.dataset().prompts() : maxPrompts;
  }

  private List<String> benchOptions() {
    List<String> options = new ArrayList<>();
    Integer maxPrompts = plan.loads().get(0).maxPrompts();
    if (maxPrompts != null) {
      options.addAll(List.of("--max-prompts", String.valueOf(maxPrompts)));
    }
    options.addAll(List.of("--warmup-requests", String.valueOf(run.warmupRequests())));
    return options;
  }

  private String environment() {
    return profile.environment().entrySet().stream()
        .map(entry -> "export " + entry.getKey() + "=" + ShellWords.quote(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** The smallest request that makes a server work. */
  private static Map<String, Object> probe(String model) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("model", model);
    request.put("prompt", "Hello");
    request.put("max_tokens", 1);
    return request;
  }
}
