package dev.sweepline.generator.script;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.Map;

/** Renders the script that starts all others, repeat by repeat. */
public final class LaunchScript {
  private final Path sweepDirectory;

  /**
   * @param sweepDirectory absolute
   */
  public LaunchScript(Path sweepDirectory) {
    this.sweepDirectory = sweepDirectory;
  }

  /** The launcher of a plan. */
  public GeneratedFile of(Plan plan) {
    String text =
        Template.resource("launch.sh.template")
            .fill(
                Map.of(
                    "sweep_dir", ShellWords.quote(sweepDirectory.toString()),
                    "logs", ShellWords.quote(RunFiles.LOGS),
                    "repeats", String.valueOf(plan.repeats()),
                    "experiments",
                        ShellWords.array(
                            plan.experiments().stream().map(Plan.Experiment::expId).toList()),
                    "scripts",
                        ShellWords.array(
                            plan.experiments().stream().map(Plan.Experiment::script).toList())));
    return GeneratedFile.executable(sweepDirectory.resolve(RunFiles.LAUNCH_SCRIPT), text);
  }
}
