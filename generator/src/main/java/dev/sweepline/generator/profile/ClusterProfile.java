package dev.sweepline.generator.profile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine that runs the jobs, complete and checked.
 *
 * @param name for people
 * @param launch how a server is started
 * @param serve command that starts a server, without its options
 * @param serveArgs options for every server, after those of its configuration
 * @param readyTimeoutS seconds that a server may take to answer
 * @param stopTimeoutS seconds between TERM and KILL
 * @param minutesPerRun assumed for estimates
 * @param java command that runs the load generator
 * @param benchJar the load generator, absolute
 * @param environment variables of server and load generator
 * @param modules environment modules to load
 * @param batch what Slurm is asked for
 */
public record ClusterProfile(
    String name,
    Launch launch,
    List<String> serve,
    List<String> serveArgs,
    int readyTimeoutS,
    int stopTimeoutS,
    double minutesPerRun,
    String java,
    Path benchJar,
    Map<String, String> environment,
    List<String> modules,
    Batch batch) {
  /** How a server is started. */
  public enum Launch {
    /** By a Slurm job on real GPUs. */
    SLURM,
    /** On the machine that runs the script. */
    LOCAL,
    /** As a simulation, which has any number of nodes. */
    SIMULATOR
  }

  /**
   * What Slurm is asked for; null leaves it to the site.
   *
   * @param timeLimit as Slurm writes it
   * @param memory of a node, as Slurm writes it
   */
  public record Batch(
      @Nullable String partition,
      @Nullable String account,
      @Nullable String timeLimit,
      @Nullable Integer cpusPerTask,
      @Nullable String memory) {}

  public ClusterProfile {
    serve = List.copyOf(serve);
    serveArgs = List.copyOf(serveArgs);
    modules = List.copyOf(modules);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
