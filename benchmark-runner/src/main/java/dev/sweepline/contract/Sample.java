package dev.sweepline.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code metrics_<run>.jsonl}: one source, engine and moment. Keys of the other source
 * are null. Counters are the server's own running totals.
 *
 * @param schemaVersion MAJOR.MINOR of the line
 * @param runUid of the run's header
 * @param atUs since the run's start
 * @param endpoint base URL
 * @param engine data-parallel rank, as the server labels it
 * @param kvCacheUsage 0 to 1
 * @param createdS the server's start, UNIX seconds
 * @param cacheConfig the server's labels; in the first sample of each engine and server life only
 * @param loopBusy largest busy share of an event loop since the last sample, 0 to 1
 * @param cpuShare CPU time over wall time and cores since the last sample, 0 to 1
 * @param gcPauseMs collector pauses since the last sample
 * @param timeToFirstTokenSecondsSum of the server's own histogram
 * @param timeToFirstTokenSecondsCount of the same
 */
public record Sample(
    String schemaVersion,
    String runUid,
    long atUs,
    Source source,
    @Nullable String endpoint,
    @Nullable String engine,
    @Nullable String modelName,
    @Nullable Double numRequestsRunning,
    @Nullable Double numRequestsWaiting,
    @Nullable Double kvCacheUsage,
    @Nullable Double numPreemptionsTotal,
    @Nullable Double promptTokensTotal,
    @Nullable Double generationTokensTotal,
    @Nullable Double prefixCacheQueriesTotal,
    @Nullable Double prefixCacheHitsTotal,
    @Nullable Double promptTokensLocalComputeTotal,
    @Nullable Double promptTokensLocalCacheHitTotal,
    @Nullable Double createdS,
    @Nullable Map<String, String> cacheConfig,
    @Nullable Integer inFlight,
    @Nullable Double loopBusy,
    @Nullable Double cpuShare,
    @Nullable Double gcPauseMs,
    @Since(minor = 1) @Nullable Double timeToFirstTokenSecondsSum,
    @Since(minor = 1) @Nullable Double timeToFirstTokenSecondsCount) {
  public Sample {
    Rules.notBlank("run_uid", runUid);
    Rules.hold(
        source == Source.CLIENT || endpoint != null,
        "endpoint",
        "must be given for a server",
        endpoint);
    cacheConfig = cacheConfig == null ? null : OrderedCopy.of(cacheConfig);
  }

  /** Whose figures these are. */
  public enum Source {
    SERVER,
    CLIENT
  }
}
