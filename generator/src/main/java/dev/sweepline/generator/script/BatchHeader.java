package dev.sweepline.generator.script;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The {@code #SBATCH} lines of a script. Slurm reads them, bash does not. */
final class BatchHeader {
  /** Slurm may send the signal up to this many seconds early or late. */
  private static final int SIGNAL_SLACK_S = 60;

  private final ClusterProfile profile;
  private final Path sweepDirectory;

  /**
   * @throws UserError exit code 65 for a folder whose name does not fit on a line
   */
  BatchHeader(ClusterProfile profile, Path sweepDirectory) {
    if (sweepDirectory.toString().chars().anyMatch(Character::isISOControl)) {
      throw new UserError(
          ExitCode.MALFORMED,
          "--output-dir: must not hold line breaks or other control characters, which no #SBATCH line can hold");
    }
    this.profile = profile;
    this.sweepDirectory = sweepDirectory;
  }

  String of(Plan.Experiment experiment) {
    ClusterProfile.Batch batch = profile.batch();
    List<String> options = new ArrayList<>();
    options.add("job-name=" + experiment.expId());
    options.add("nodes=" + Topology.of(experiment.config(), profile).nodes());
    options.add("ntasks-per-node=1");
    add(options, "cpus-per-task", batch.cpusPerTask());
    gpus(experiment).ifPresent(options::add);
    add(options, "mem", batch.memory());
    if (batch.exclusive()) {
      options.add("exclusive");
    }
    add(options, "partition", batch.partition());
    add(options, "account", batch.account());
    add(options, "qos", batch.qos());
    add(options, "constraint", batch.constraint() == null ? null : quoted(batch.constraint()));
    add(options, "time", batch.timeLimit());
    options.add("signal=B:USR1@" + (profile.server().stopTimeoutS() + SIGNAL_SLACK_S));
    options.add(batch.requeue() ? "requeue" : "no-requeue");
    options.add("open-mode=append");
    options.add("output=" + quoted(log(experiment)));
    batch.options().forEach(option -> options.add(option.substring(2)));
    return options.stream()
        .map(option -> "#SBATCH --" + option + "\n")
        .collect(Collectors.joining());
  }

  private Optional<String> gpus(Plan.Experiment experiment) {
    return profile.launch() == ClusterProfile.Launch.SLURM
        ? profile.batch().gpus().option(experiment.config().integer("gpus_per_node"))
        : Optional.empty();
  }

  private String log(Plan.Experiment experiment) {
    String folder = sweepDirectory.resolve(RunFiles.LOGS).toString().replace("%", "%%");
    return folder + "/" + RunFiles.jobLog(experiment.expId(), "%j");
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9._/%-]+")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void add(List<String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.add(name + "=" + value);
    }
  }
}
