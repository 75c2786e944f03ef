package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan.json}: what was decided before anything ran.
 *
 * @param profile name of the cluster profile
 * @param vllmVersion that the settings were checked against; null when none was named
 * @param repeats server starts of each experiment
 * @param dataset what is sent
 * @param datasetPath the dataset's file
 * @param loads load points that every start runs
 * @param experiments what will run, in order of submission
 * @param refused what will not, and why
 * @param resources what it takes
 * @param benchJar the load generator that the scripts call
 * @param reference experiment that others are compared with; null when none was named
 * @param slo limits that an answer must keep; null when none were named
 */
public record Plan(
    String schemaVersion,
    Instant createdAt,
    Tool tool,
    String profile,
    @Nullable String vllmVersion,
    int repeats,
    DatasetRef dataset,
    String datasetPath,
    List<LoadPoint> loads,
    List<Experiment> experiments,
    List<Refused> refused,
    Resources resources,
    String benchJar,
    @Since(minor = 1) @Nullable String reference,
    @Since(minor = 1) @Nullable Slo slo) {
  /**
   * A load point of the plan: one of rate and concurrency.
   *
   * @param rate requests per second of an open loop
   * @param concurrency slots of a closed loop
   * @param maxPrompts requests; null for the whole dataset
   */
  public record LoadPoint(
      @Nullable RequestRate rate, @Nullable Integer concurrency, @Nullable Integer maxPrompts) {
    public LoadPoint {
      Rules.hold(
          (rate == null) != (concurrency == null),
          "rate",
          "must be given, or else concurrency",
          rate);
      Rules.atLeast("concurrency", concurrency, 1);
      Rules.atLeast("max_prompts", maxPrompts, 1);
    }
  }

  /**
   * One configuration that will run.
   *
   * @param aliases names of all configurations that turned out to be this one
   * @param phases that asked for it
   * @param script its job script, relative to the plan
   */
  public record Experiment(
      String expId, List<String> aliases, List<String> phases, ServerConfig config, String script) {
    public Experiment {
      Rules.safeName("exp_id", expId);
      aliases = List.copyOf(aliases);
      phases = List.copyOf(phases);
    }
  }

  /**
   * One configuration that will not run.
   *
   * @param rule code of the rule that refused it
   * @param reason with the values and the remedy
   */
  public record Refused(String name, ServerConfig config, String rule, String reason) {}

  /**
   * What the plan takes.
   *
   * @param nodesPerJob largest job
   * @param jobs scripts times repeats
   * @param minutesPerRun assumed for the estimate
   * @param nodeHours estimate over all jobs
   */
  public record Resources(int nodesPerJob, int jobs, double minutesPerRun, double nodeHours) {}

  /** Limits that an answer must keep, in milliseconds; null for no limit. */
  public record Slo(@Nullable Double ttftMs, @Nullable Double tpotMs, @Nullable Double e2eMs) {}

  public Plan {
    Rules.atLeast("repeats", repeats, 1);
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    loads = List.copyOf(loads);
    experiments = List.copyOf(experiments);
    refused = List.copyOf(refused);
  }
}
