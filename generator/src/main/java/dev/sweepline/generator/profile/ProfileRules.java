package dev.sweepline.generator.profile;

import dev.sweepline.contract.ContractException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values a profile may have. Everything that reaches an {@code #SBATCH} line is plain. */
final class ProfileRules {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:,@+=-]*");
  private static final Pattern CONSTRAINT =
      Pattern.compile("[A-Za-z0-9\\[(][A-Za-z0-9._&|()*\\[\\],!-]*");
  private static final Pattern TIME =
      Pattern.compile("\\d+|(\\d+-)?\\d+:\\d\\d(:\\d\\d)?|\\d+-\\d+");
  private static final Pattern OPTION =
      Pattern.compile("--([a-z][a-z-]*)(=[A-Za-z0-9._/:,@+=%-]+)?");
  private static final Pattern MOUNT = Pattern.compile("/[^,:\\s]*:/[^,:\\s]*(:[a-z+]+)?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SECRET = Pattern.compile("(?i).*(TOKEN|KEY|SECRET|PASS).*");
  private static final Pattern FILE_OF_SECRET = Pattern.compile("(?i).*_(PATH|FILE|DIR)");

  /** Options of {@code sbatch} that job scripts or their launcher give. */
  private static final Set<String> OWN =
      Set.of(
          "array",
          "account",
          "chdir",
          "constraint",
          "cpus-per-task",
          "dependency",
          "error",
          "exclusive",
          "export",
          "gpus-per-node",
          "gres",
          "job-name",
          "mem",
          "no-requeue",
          "nodes",
          "ntasks",
          "ntasks-per-node",
          "open-mode",
          "output",
          "partition",
          "qos",
          "requeue",
          "signal",
          "time",
          "wrap");

  private final String source;

  /**
   * @param source file name, for errors
   */
  ProfileRules(String source) {
    this.source = source;
  }

  /** A value of an {@code #SBATCH} line, a module's or an interface's name. */
  @Nullable String plain(String key, @Nullable String value) {
    return matching(key, value, PLAIN, "must be letters, digits and ._/:,@+=-");
  }

  @Nullable String constraint(@Nullable String value) {
    return matching("constraint", value, CONSTRAINT, "must be features with &|()*[], between them");
  }

  @Nullable String time(@Nullable String value) {
    return matching("time_limit", value, TIME, "must be like 90 (minutes), 04:00:00 or 2-00:00:00");
  }

  private @Nullable String matching(
      String key, @Nullable String value, Pattern pattern, String rule) {
    if (value != null && !pattern.matcher(value).matches()) {
      throw error(key, rule + ", got: " + value);
    }
    return value;
  }

  /** A request for GPUs. */
  GpuRequest gres(@Nullable String value) {
    if (value != null && !GpuRequest.isNone(value)) {
      if (!value.contains(GpuRequest.NUMBER)) {
        throw error("gres", "must hold ${gpus}, as in gpu:h200:${gpus}, or be none, got: " + value);
      }
      plain("gres", value.replace(GpuRequest.NUMBER, "8"));
    }
    return new GpuRequest(value);
  }

  /** Options of {@code sbatch} that no key stands for. */
  List<String> options(List<String> values) {
    for (String value : values) {
      var matcher = OPTION.matcher(value);
      if (!matcher.matches()) {
        throw error("sbatch_options", "must be like --mail-type=END, got: " + value);
      }
      if (OWN.contains(matcher.group(1))) {
        throw error("sbatch_options", value + ": is set by the job script or a key of the profile");
      }
    }
    return values;
  }

  /** A container with usable mounts. */
  ClusterProfile.@Nullable Container container(ProfileFile.@Nullable ContainerFile written) {
    if (written == null) {
      return null;
    }
    List<String> mounts = list(written.mounts());
    for (String mount : mounts) {
      if (!MOUNT.matcher(mount).matches()) {
        throw error("container.mounts", "must be like /from:/to or /from:/to:ro, got: " + mount);
      }
    }
    for (String option : list(written.options())) {
      if (!option.startsWith("--")) {
        throw error("container.options", "must be options of srun, got: " + option);
      }
    }
    return new ClusterProfile.Container(
        required("container.image", written.image()), mounts, list(written.options()));
  }

  /** The name of a variable that may stand in a script. */
  void variable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw error("environment." + name, "is not the name of a variable");
    }
    if (SECRET.matcher(name).matches() && !FILE_OF_SECRET.matcher(name).matches()) {
      throw error(
          "environment." + name,
          "looks like a secret, which must not stand in a script; name a file that holds it");
    }
  }

  int atLeast(String key, @Nullable Integer value, int least, int fallback) {
    int number = value == null ? fallback : value;
    if (number < least) {
      throw error(key, "must be >= %d, got: %d".formatted(least, number));
    }
    return number;
  }

  /** An absolute path; short enough for the sockets below it. */
  String folder(String key, String path, int most) {
    if (!path.startsWith("/") || path.length() > most) {
      throw error(
          key, "must be absolute and at most %d characters long, got: %s".formatted(most, path));
    }
    return path;
  }

  <T> T required(String key, @Nullable T value) {
    if (value == null || value.equals(List.of())) {
      throw error(key, "is missing");
    }
    return value;
  }

  ContractException error(String key, String rule) {
    return ContractException.at(source, 0, key, rule);
  }

  static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
