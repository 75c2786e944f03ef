package dev.sweepline.generator.profile;

import static dev.sweepline.generator.profile.ProfileRules.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sweepline.contract.ContractException;
import dev.sweepline.generator.profile.ClusterProfile.Executor;
import dev.sweepline.generator.profile.ClusterProfile.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster profile as it is written; {@code docs/examples/cluster-profile.yaml} has all keys. */
record ProfileFile(
    @Nullable String name,
    @Nullable Launch launch,
    @Nullable List<String> serve,
    @Nullable List<String> serveArgs,
    @Nullable List<String> version,
    @Nullable Executor executor,
    @Nullable List<String> ray,
    @Nullable ContainerFile container,
    @Nullable Integer readyTimeoutS,
    @Nullable Integer stopTimeoutS,
    @Nullable Double minutesPerRun,
    @Nullable String java,
    @Nullable String benchJar,
    @Nullable List<String> client,
    @Nullable Map<String, String> environment,
    @Nullable List<String> modules,
    @Nullable List<String> activate,
    @JsonProperty("interface") @Nullable String networkInterface,
    @Nullable String tempDir,
    @Nullable String partition,
    @Nullable String account,
    @Nullable String qos,
    @Nullable String constraint,
    @Nullable String timeLimit,
    @Nullable Integer cpusPerTask,
    @Nullable String memory,
    @Nullable String gres,
    @Nullable Boolean exclusive,
    @Nullable Boolean requeue,
    @Nullable Integer maxRequeues,
    @Nullable List<String> sbatchOptions) {
  private static final int READY_TIMEOUT_S = 1800;
  private static final int STOP_TIMEOUT_S = 60;
  private static final double MINUTES_PER_RUN = 15;

  /** Longest folder whose sockets still have names that the system takes. */
  private static final int LONGEST_TEMP_DIR = 40;

  /** The part of a pyxis container. */
  record ContainerFile(
      @Nullable String image, @Nullable List<String> mounts, @Nullable List<String> options) {}

  /**
   * Checks the values and fills in what is left out.
   *
   * @param source file name, for errors
   * @param defaultJar load generator of this build
   * @throws ContractException when a value cannot be used
   */
  ClusterProfile resolve(String source, Path defaultJar) {
    ProfileRules rules = new ProfileRules(source);
    Path jar =
        Optional.ofNullable(benchJar).map(Path::of).orElse(defaultJar).toAbsolutePath().normalize();
    String command = Optional.ofNullable(java).orElseGet(ProfileFile::thisJava);
    CommandWords words = new CommandWords(source, command, jar);
    return new ClusterProfile(
        rules.required("name", name),
        rules.required("launch", launch),
        server(rules, words),
        new ClusterProfile.Client(
            client == null ? words.fill("client", CommandWords.BENCH) : clientCommand(rules, words),
            jar),
        site(rules),
        batch(rules),
        Optional.ofNullable(minutesPerRun).orElse(MINUTES_PER_RUN));
  }

  private ClusterProfile.Server server(ProfileRules rules, CommandWords words) {
    return new ClusterProfile.Server(
        words.fill("serve", rules.required("serve", serve)),
        words.fill("serve_args", list(serveArgs)),
        words.fill("version", list(version)),
        Optional.ofNullable(executor).orElse(Executor.MP),
        ray == null ? List.of("ray") : rules.required("ray", ray),
        rules.container(container),
        rules.atLeast("ready_timeout_s", readyTimeoutS, 1, READY_TIMEOUT_S),
        rules.atLeast("stop_timeout_s", stopTimeoutS, 1, STOP_TIMEOUT_S));
  }

  private List<String> clientCommand(ProfileRules rules, CommandWords words) {
    return words.fill("client", rules.required("client", client));
  }

  private ClusterProfile.Site site(ProfileRules rules) {
    Map<String, String> variables = Optional.ofNullable(environment).orElse(Map.of());
    variables.keySet().forEach(rules::variable);
    list(modules).forEach(module -> rules.plain("modules", module));
    return new ClusterProfile.Site(
        variables,
        list(modules),
        list(activate),
        rules.plain("interface", networkInterface),
        rules.folder("temp_dir", Objects.requireNonNullElse(tempDir, "/tmp"), LONGEST_TEMP_DIR));
  }

  private ClusterProfile.Batch batch(ProfileRules rules) {
    boolean mayRequeue = !Boolean.FALSE.equals(requeue);
    int requeues = rules.atLeast("max_requeues", maxRequeues, 0, 0);
    if (requeues > 0 && !mayRequeue) {
      throw rules.error("max_requeues", "needs requeue: true, got: " + requeues);
    }
    return new ClusterProfile.Batch(
        rules.plain("partition", partition),
        rules.plain("account", account),
        rules.plain("qos", qos),
        rules.constraint(constraint),
        rules.time(timeLimit),
        cpusPerTask == null ? null : (Integer) rules.atLeast("cpus_per_task", cpusPerTask, 1, 1),
        rules.plain("memory", memory),
        rules.gres(gres),
        Boolean.TRUE.equals(exclusive),
        mayRequeue,
        requeues,
        rules.options(list(sbatchOptions)));
  }

  /** The Java that plans, which is there on the machine where the jobs of a plan often run. */
  private static String thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
