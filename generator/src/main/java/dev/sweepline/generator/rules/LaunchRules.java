package dev.sweepline.generator.rules;

import dev.sweepline.generator.catalogue.VllmVersion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a server's processes are started and find each other. */
final class LaunchRules {
  private static final String EXECUTOR = "distributed_executor_backend";
  private static final String RAY = "ray";
  private static final String HYBRID = "data_parallel_hybrid_lb";
  private static final String EXTERNAL = "data_parallel_external_lb";

  /** Of every process its own, so no part of a configuration. */
  private static final List<String> OF_THE_JOB =
      List.of(
          "host",
          "port",
          "headless",
          "nnodes",
          "node_rank",
          "master_addr",
          "master_port",
          "data_parallel_address",
          "data_parallel_rank",
          "data_parallel_rpc_port",
          "data_parallel_start_rank");

  /** Requests answered from another's tokens: GHSA-v97p-wpxp-px84. */
  private static final VllmVersion MIXED_SINCE = new VllmVersion(0, 16, 0);

  private static final VllmVersion MIXED_UNTIL = new VllmVersion(0, 21, 0);

  static final List<Rule> ALL =
      List.of(
          Rule.error("derived_option", null, LaunchRules::ofTheJob),
          Rule.error("ray_data_parallel", EXECUTOR, LaunchRules::ray),
          Rule.error("load_balancing", HYBRID, LaunchRules::balancing),
          Rule.warning("async_pipeline", Deployment.PIPELINE, LaunchRules::mixedRequests),
          Rule.warning("no_server_metrics", "disable_log_stats", LaunchRules::metrics));

  private LaunchRules() {}

  private static @Nullable String ofTheJob(Deployment it) {
    String key = it.firstStated(OF_THE_JOB.stream());
    return key == null ? null : key + " is set by the job script; leave it out";
  }

  private static @Nullable String ray(Deployment it) {
    boolean mixed =
        it.data() > 1
            && it.text(EXECUTOR).equals(RAY)
            && !it.text("data_parallel_backend").equals(RAY);
    return mixed
        ? "ray workers under %d data-parallel ranks that are plain processes hang; leave it out, or"
                .formatted(it.data())
            + " set data_parallel_backend to ray"
        : null;
  }

  private static @Nullable String balancing(Deployment it) {
    if (it.on(HYBRID) && it.on(EXTERNAL)) {
      return "does not go with data_parallel_external_lb; leave one of them out";
    }
    return Stream.of(HYBRID, EXTERNAL).anyMatch(it::on) && it.data() == 1
        ? "balances one data-parallel rank; set data_parallel_size"
        : null;
  }

  private static @Nullable String mixedRequests(Deployment it) {
    VllmVersion version = it.context().version();
    boolean affected = !version.isBefore(MIXED_SINCE) && version.isBefore(MIXED_UNTIL);
    return affected && it.pipeline() > 1 && !it.off("async_scheduling")
        ? "vLLM %s mixes up requests with pipeline stages; set async_scheduling to false, or take"
                .formatted(version)
            + " vLLM 0.21"
        : null;
  }

  private static @Nullable String metrics(Deployment it) {
    return it.on("disable_log_stats")
        ? "turns off /metrics, so nothing will be known of the server; leave it out"
        : null;
  }
}
