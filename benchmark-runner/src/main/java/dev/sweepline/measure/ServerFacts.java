package dev.sweepline.measure;

import dev.sweepline.contract.ServerConfig;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the server besides its own samples.
 *
 * @param config what it was told; null when unknown
 * @param engines data-parallel engines that were seen; null to take what it was told
 */
public record ServerFacts(@Nullable ServerConfig config, @Nullable Integer engines) {
  /** Nothing is known. */
  public static final ServerFacts UNKNOWN = new ServerFacts(null, null);

  private static final String ENGINES = "data_parallel_size";
  private static final String RUNNING_IN_ENGINE = "max_num_seqs";

  /** GPUs of the whole server; null when unknown. */
  @Nullable Integer gpus() {
    return config == null ? null : config.gpus();
  }

  /**
   * Sequences that all engines together run at once; null when unknown.
   *
   * @param sampled engines that gave samples; 0 when none did
   */
  @Nullable Integer runningLimit(int sampled) {
    Integer limit = stated(RUNNING_IN_ENGINE);
    Integer known = engines == null ? stated(ENGINES) : engines;
    Integer running = sampled > 0 ? Integer.valueOf(sampled) : known;
    return limit == null || running == null ? limit : Integer.valueOf(limit * running);
  }

  private @Nullable Integer stated(String key) {
    return config == null ? null : config.integer(key);
  }
}
