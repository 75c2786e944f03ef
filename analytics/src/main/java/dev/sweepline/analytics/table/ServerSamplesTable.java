package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.contract.Sample;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The table {@code server_samples}: one row a line of {@code metrics_<run>.jsonl}, those of the
 * client among them ({@code source}). The run's keys, and the fields of {@link Sample} under their
 * contract names. Counters are running totals.
 */
public final class ServerSamplesTable {
  /** Its folder in a batch. */
  public static final String NAME = "server_samples";

  /** Its schema for Spark. */
  public static final StructType SCHEMA =
      new StructType()
          .add(RunsTable.RUN_UID, DataTypes.StringType, false)
          .add(RunsTable.EXP_ID, DataTypes.StringType, false)
          .add(RunsTable.RUN, DataTypes.StringType, false)
          .add(RunsTable.REPEAT, DataTypes.LongType, true)
          .add("at_us", DataTypes.LongType, false)
          .add("source", DataTypes.StringType, false)
          .add("endpoint", DataTypes.StringType, true)
          .add("engine", DataTypes.StringType, true)
          .add("model_name", DataTypes.StringType, true)
          .add("num_requests_running", DataTypes.DoubleType, true)
          .add("num_requests_waiting", DataTypes.DoubleType, true)
          .add("kv_cache_usage", DataTypes.DoubleType, true)
          .add("num_preemptions_total", DataTypes.DoubleType, true)
          .add("prompt_tokens_total", DataTypes.DoubleType, true)
          .add("generation_tokens_total", DataTypes.DoubleType, true)
          .add("prefix_cache_queries_total", DataTypes.DoubleType, true)
          .add("prefix_cache_hits_total", DataTypes.DoubleType, true)
          .add("prompt_tokens_local_compute_total", DataTypes.DoubleType, true)
          .add("prompt_tokens_local_cache_hit_total", DataTypes.DoubleType, true)
          .add("created_s", DataTypes.DoubleType, true)
          .add(
              "cache_config",
              DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false),
              true)
          .add("in_flight", DataTypes.IntegerType, true)
          .add("loop_busy", DataTypes.DoubleType, true)
          .add("cpu_share", DataTypes.DoubleType, true)
          .add("gc_pause_ms", DataTypes.DoubleType, true)
          .add("time_to_first_token_seconds_sum", DataTypes.DoubleType, true)
          .add("time_to_first_token_seconds_count", DataTypes.DoubleType, true);

  private ServerSamplesTable() {}

  /** A sample's row. */
  public static Row row(RunDescription run, Sample sample) {
    return RowFactory.create(
        run.runUid(),
        run.expId(),
        run.run(),
        widened(run.repeat()),
        sample.atUs(),
        sample.source().name().toLowerCase(Locale.ROOT),
        sample.endpoint(),
        sample.engine(),
        sample.modelName(),
        sample.numRequestsRunning(),
        sample.numRequestsWaiting(),
        sample.kvCacheUsage(),
        sample.numPreemptionsTotal(),
        sample.promptTokensTotal(),
        sample.generationTokensTotal(),
        sample.prefixCacheQueriesTotal(),
        sample.prefixCacheHitsTotal(),
        sample.promptTokensLocalComputeTotal(),
        sample.promptTokensLocalCacheHitTotal(),
        sample.createdS(),
        scala(sample.cacheConfig()),
        sample.inFlight(),
        sample.loopBusy(),
        sample.cpuShare(),
        sample.gcPauseMs(),
        sample.timeToFirstTokenSecondsSum(),
        sample.timeToFirstTokenSecondsCount());
  }

  /** The form in which Spark takes a map. */
  private static @Nullable Object scala(@Nullable Map<String, String> labels) {
    return labels == null ? null : CollectionConverters.asScala(labels);
  }

  private static @Nullable Long widened(@Nullable Integer number) {
    return number == null ? null : (Long) number.longValue();
  }
}
