package dev.sweepline.generator.script;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.profile.ClusterProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code #SBATCH} lines of a script. Slurm reads them, bash does not. */
final class BatchHeader {
  /** Slurm may send the signal up to this many seconds early or late. */
  private static final int SIGNAL_SLACK_S = 60;

  private final ClusterProfile profile;
  private final Path sweepDirectory;

  BatchHeader(ClusterProfile profile, Path sweepDirectory) {
    this.profile = profile;
    this.sweepDirectory = sweepDirectory;
  }

  String of(Plan.Experiment experiment) {
    ClusterProfile.Batch batch = profile.batch();
    List<String> options = new ArrayList<>();
    options.add("job-name=" + experiment.expId());
    options.add("nodes=1");
    options.add("ntasks-per-node=1");
    add(options, "cpus-per-task", batch.cpusPerTask());
    if (profile.launch() == ClusterProfile.Launch.SLURM) {
      add(options, "gpus-per-node", experiment.config().integer("gpus_per_node"));
    }
    add(options, "mem", batch.memory());
    add(options, "partition", batch.partition());
    add(options, "account", batch.account());
    add(options, "time", batch.timeLimit());
    options.add("signal=B:USR1@" + (profile.stopTimeoutS() + SIGNAL_SLACK_S));
    options.add("open-mode=append");
    options.add("output=" + quotedPattern(log(experiment)));
    return options.stream()
        .map(option -> "#SBATCH --" + option + "\n")
        .collect(Collectors.joining());
  }

  private String log(Plan.Experiment experiment) {
    String folder = sweepDirectory.resolve(RunFiles.LOGS).toString().replace("%", "%%");
    return folder + "/vllm_" + experiment.expId() + "_%j.out";
  }

  private static String quotedPattern(String pattern) {
    return pattern.matches("[A-Za-z0-9._/%-]+")
        ? pattern
        : '"' + pattern.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void add(List<String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.add(name + "=" + value);
    }
  }
}
