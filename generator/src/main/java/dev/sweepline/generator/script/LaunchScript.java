package dev.sweepline.generator.script;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the script that starts all others, repeat by repeat. */
public final class LaunchScript {
  /** The body, each part using those before it and what the last one sets. */
  private static final List<String> BODY =
      List.of("options.sh", "ledger.sh", "submit.sh", "local.sh", "main.sh");

  private final Path sweepDirectory;
  private final Path resultsDirectory;
  private final List<String> aggregate;

  /**
   * @param sweepDirectory absolute
   * @param resultsDirectory absolute
   * @param aggregate command that makes the report when all jobs have ended; empty for none
   */
  public LaunchScript(Path sweepDirectory, Path resultsDirectory, List<String> aggregate) {
    this.sweepDirectory = sweepDirectory;
    this.resultsDirectory = resultsDirectory;
    this.aggregate = List.copyOf(aggregate);
  }

  /** The launcher of a plan. */
  public GeneratedFile of(Plan plan) {
    String text =
        part("header.template")
                .fill(
                    Map.of(
                        "schema_version", ShellWords.quote(SchemaVersion.CURRENT.toString()),
                        "sweep_dir", ShellWords.quote(sweepDirectory.toString()),
                        "results_dir", ShellWords.quote(resultsDirectory.toString()),
                        "logs", ShellWords.quote(RunFiles.LOGS),
                        "ledger", ShellWords.quote(RunFiles.SUBMISSIONS),
                        "repeats", String.valueOf(plan.repeats()),
                        "experiments", ShellWords.array(each(plan, Plan.Experiment::expId)),
                        "scripts", ShellWords.array(each(plan, Plan.Experiment::script)),
                        "labels", ShellWords.array(each(plan, LaunchScript::labels)),
                        "aggregate", ShellWords.array(aggregate)))
            + BODY.stream().map(name -> part(name).text()).collect(Collectors.joining());
    return GeneratedFile.executable(sweepDirectory.resolve(RunFiles.LAUNCH_SCRIPT), text);
  }

  private static Template part(String name) {
    return Template.resource("launch/" + name);
  }

  private static List<String> each(Plan plan, Function<Plan.Experiment, String> part) {
    return plan.experiments().stream().map(part).toList();
  }

  /** What it can be called by. */
  private static String labels(Plan.Experiment experiment) {
    return Stream.concat(experiment.phases().stream(), experiment.aliases().stream())
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
