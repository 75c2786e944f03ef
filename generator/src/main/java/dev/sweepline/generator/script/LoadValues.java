package dev.sweepline.generator.script;

import dev.sweepline.contract.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The values of a script that say what its server is loaded with. */
final class LoadValues {
  private final Plan plan;
  private final JobScripts.Run run;

  LoadValues(Plan plan, JobScripts.Run run) {
    this.plan = plan;
    this.run = run;
  }

  void addTo(Map<String, String> values, String expId) {
    values.put("dataset", ShellWords.quote(plan.datasetPath()));
    values.put("dataset_sha256", ShellWords.quote(plan.dataset().sha256()));
    values.put("repeats", String.valueOf(plan.repeats()));
    values.put("requests", String.valueOf(requests()));
    values.put("warmup_requests", String.valueOf(run.warmupRequests()));
    values.put("load_flags", ShellWords.array(loads(LoadValues::flag)));
    values.put("load_values", ShellWords.array(loads(LoadValues::value)));
    values.put("load_slugs", ShellWords.array(loads(LoadValues::slug)));
    values.put("load_orders", ShellWords.array(orders(expId)));
    values.put("bench_options", ShellWords.array(benchOptions()));
  }

  private List<String> orders(String expId) {
    return new LoadOrder(expId, run.seed(), plan.loads().size()).ofRepeats(plan.repeats());
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
}
