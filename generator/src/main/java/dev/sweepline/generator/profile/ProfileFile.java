package dev.sweepline.generator.profile;

import dev.sweepline.contract.ContractException;
import dev.sweepline.generator.profile.ClusterProfile.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cluster profile as it is written:
 *
 * <pre>
 * name: site
 * launch: slurm                 # slurm, local or simulator
 * serve: [vllm, serve]          # ${java} and ${bench_jar} may stand in it
 * serve_args: [--seed, "0"]
 * ready_timeout_s: 1800
 * stop_timeout_s: 60
 * minutes_per_run: 15
 * java: /opt/jdk/bin/java       # default: the Java that plans
 * bench_jar: sweepline-bench.jar
 * environment: {NCCL_IB_HCA: "mlx5_0,mlx5_1"}
 * modules: [cuda/12.4]
 * partition: gpu
 * account: project
 * time_limit: "04:00:00"
 * cpus_per_task: 16
 * memory: 200G
 * </pre>
 */
record ProfileFile(
    @Nullable String name,
    @Nullable Launch launch,
    @Nullable List<String> serve,
    @Nullable List<String> serveArgs,
    @Nullable Integer readyTimeoutS,
    @Nullable Integer stopTimeoutS,
    @Nullable Double minutesPerRun,
    @Nullable String java,
    @Nullable Path benchJar,
    @Nullable Map<String, String> environment,
    @Nullable List<String> modules,
    @Nullable String partition,
    @Nullable String account,
    @Nullable String timeLimit,
    @Nullable Integer cpusPerTask,
    @Nullable String memory) {
  private static final int READY_TIMEOUT_S = 1800;
  private static final int STOP_TIMEOUT_S = 60;
  private static final double MINUTES_PER_RUN = 15;

  /** What a line of {@code #SBATCH} and a module's name are made of. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:,@+=-]*");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SECRET = Pattern.compile("(?i).*(TOKEN|KEY|SECRET|PASS).*");
  private static final Pattern FILE_OF_SECRET = Pattern.compile("(?i).*_(PATH|FILE|DIR)");

  /**
   * Fills in what is left out.
   *
   * @param source file name, for errors
   * @throws ContractException when a value cannot be used
   */
  ClusterProfile resolve(String source, Path defaultJar) {
    String command = Optional.ofNullable(java).orElseGet(ProfileFile::thisJava);
    Path jar = Optional.ofNullable(benchJar).orElse(defaultJar).toAbsolutePath().normalize();
    ServeWords words = new ServeWords(source, command, jar);
    checkEnvironment(source);
    list(modules).forEach(module -> checkPlain(source, "modules", module));
    return new ClusterProfile(
        required(source, "name", name),
        required(source, "launch", launch),
        words.fill("serve", required(source, "serve", serve)),
        words.fill("serve_args", list(serveArgs)),
        positive(source, "ready_timeout_s", readyTimeoutS, READY_TIMEOUT_S),
        positive(source, "stop_timeout_s", stopTimeoutS, STOP_TIMEOUT_S),
        Optional.ofNullable(minutesPerRun).orElse(MINUTES_PER_RUN),
        command,
        jar,
        Optional.ofNullable(environment).orElse(Map.of()),
        list(modules),
        batch(source));
  }

  private ClusterProfile.Batch batch(String source) {
    checkPlain(source, "partition", partition);
    checkPlain(source, "account", account);
    checkPlain(source, "time_limit", timeLimit);
    checkPlain(source, "memory", memory);
    return new ClusterProfile.Batch(partition, account, timeLimit, cpusPerTask, memory);
  }

  /** The Java that plans, which is there on the machine where the jobs of a plan often run. */
  private static String thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void checkEnvironment(String source) {
    for (String variable : Optional.ofNullable(environment).orElse(Map.of()).keySet()) {
      if (!VARIABLE.matcher(variable).matches()) {
        throw error(source, "environment." + variable, "is not the name of a variable");
      }
      if (SECRET.matcher(variable).matches() && !FILE_OF_SECRET.matcher(variable).matches()) {
        throw error(
            source,
            "environment." + variable,
            "looks like a secret, which must not stand in a script; name a file that holds it");
      }
    }
  }

  private static void checkPlain(String source, String key, @Nullable String value) {
    if (value != null && !PLAIN.matcher(value).matches()) {
      throw error(source, key, "must be letters, digits and ._/:,@+=-, got: " + value);
    }
  }

  private static int positive(String source, String key, @Nullable Integer value, int fallback) {
    int number = value == null ? fallback : value;
    if (number < 1) {
      throw error(source, key, "must be >= 1, got: " + number);
    }
    return number;
  }

  private static <T> T required(String source, String key, @Nullable T value) {
    if (value == null || value.equals(List.of())) {
      throw error(source, key, "is missing");
    }
    return value;
  }

  private static List<String> list(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private static ContractException error(String source, String key, String rule) {
    return ContractException.at(source, 0, key, rule);
  }
}
