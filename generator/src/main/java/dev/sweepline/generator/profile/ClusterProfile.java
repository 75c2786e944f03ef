package dev.sweepline.generator.profile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine that runs the jobs, complete and checked.
 *
 * @param name for people
 * @param launch how a server is started
 * @param server what is started
 * @param client what loads it
 * @param site what both find there
 * @param batch what Slurm is asked for
 * @param minutesPerRun assumed for estimates
 */
public record ClusterProfile(
    String name,
    Launch launch,
    Server server,
    Client client,
    Site site,
    Batch batch,
    double minutesPerRun) {
  /** How a server is started. */
  public enum Launch {
    /** By a Slurm job on real GPUs. */
    SLURM,
    /** On the machine that runs the script. */
    LOCAL,
    /** As a simulation, which has any number of nodes. */
    SIMULATOR
  }

  /** What starts the workers of a server where its configuration does not say. */
  public enum Executor {
    /** Processes of its own. */
    MP,
    /** A Ray cluster, which the job script starts. */
    RAY
  }

  /**
   * The server.
   *
   * @param serve command that starts it, without its options
   * @param arguments options for every server, after those of its configuration
   * @param version command that prints its version; empty for none
   * @param executor what starts its workers
   * @param ray command of Ray
   * @param container where it runs; null for the node itself
   * @param readyTimeoutS seconds that it may take to answer
   * @param stopTimeoutS seconds between TERM and KILL
   */
  public record Server(
      List<String> serve,
      List<String> arguments,
      List<String> version,
      Executor executor,
      List<String> ray,
      @Nullable Container container,
      int readyTimeoutS,
      int stopTimeoutS) {
    public Server {
      serve = List.copyOf(serve);
      arguments = List.copyOf(arguments);
      version = List.copyOf(version);
      ray = List.copyOf(ray);
    }
  }

  /**
   * A container that srun starts (pyxis).
   *
   * @param image as pyxis names it
   * @param mounts {@code from:to} with optional flags
   * @param options of srun besides
   */
  public record Container(String image, List<String> mounts, List<String> options) {
    public Container {
      mounts = List.copyOf(mounts);
      options = List.copyOf(options);
    }
  }

  /**
   * The load generator.
   *
   * @param command without the options of a run
   * @param jar the one of this build, absolute
   */
  public record Client(List<String> command, Path jar) {
    private static final String LOAD = "bench";
    private static final String EXPLAIN = "explain-log";

    public Client {
      command = List.copyOf(command);
    }

    /** What says why a server died; empty where the client is not this build's. */
    public List<String> explain() {
      int last = command.size() - 1;
      return command.contains(jar.toString()) && command.get(last).equals(LOAD)
          ? Stream.concat(command.stream().limit(last), Stream.of(EXPLAIN)).toList()
          : List.of();
    }
  }

  /**
   * What a node offers.
   *
   * @param environment variables of server and load generator
   * @param modules environment modules to load
   * @param activate a file to source and its arguments; empty for none
   * @param networkInterface between nodes; null for the first that has an address
   * @param tempDir a folder of each node
   */
  public record Site(
      Map<String, String> environment,
      List<String> modules,
      List<String> activate,
      @Nullable String networkInterface,
      String tempDir) {
    public Site {
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
      modules = List.copyOf(modules);
      activate = List.copyOf(activate);
    }
  }

  /**
   * What Slurm is asked for; null leaves it to the site.
   *
   * @param timeLimit as Slurm writes it
   * @param memory of a node, as Slurm writes it
   * @param gpus how GPUs are asked for
   * @param exclusive whether nobody else gets the nodes
   * @param maxRequeues how often a job goes back into the queue when its time is over
   * @param options further ones, as they are
   */
  public record Batch(
      @Nullable String partition,
      @Nullable String account,
      @Nullable String qos,
      @Nullable String constraint,
      @Nullable String timeLimit,
      @Nullable Integer cpusPerTask,
      @Nullable String memory,
      GpuRequest gpus,
      boolean exclusive,
      boolean requeue,
      int maxRequeues,
      List<String> options) {
    public Batch {
      options = List.copyOf(options);
    }
  }
}
