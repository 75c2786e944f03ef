package dev.sweepline.analytics.table;

import dev.sweepline.contract.RequestRecord;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code requests}: one row a request, of all phases and outcomes. The run's keys, the
 * fields of {@link RequestRecord} under their contract names, and the latencies of successes.
 */
public final class RequestsTable {
  /** Its folder in a batch. */
  public static final String NAME = "requests";

  /** Its schema for Spark. */
  public static final StructType SCHEMA =
      new StructType()
          .add(RunsTable.RUN_UID, DataTypes.StringType, false)
          .add(RunsTable.EXP_ID, DataTypes.StringType, false)
          .add(RunsTable.RUN, DataTypes.StringType, false)
          .add(RunsTable.REPEAT, DataTypes.LongType, true)
          .add("request_id", DataTypes.StringType, false)
          .add("index", DataTypes.IntegerType, false)
          .add("prompt_id", DataTypes.StringType, true)
          .add("phase", DataTypes.StringType, false)
          .add("endpoint", DataTypes.StringType, true)
          .add("scheduled_us", DataTypes.LongType, false)
          .add("admitted_us", DataTypes.LongType, true)
          .add("sent_us", DataTypes.LongType, true)
          .add("headers_us", DataTypes.LongType, true)
          .add("first_event_us", DataTypes.LongType, true)
          .add("first_token_us", DataTypes.LongType, true)
          .add("first_answer_us", DataTypes.LongType, true)
          .add("last_token_us", DataTypes.LongType, true)
          .add("end_us", DataTypes.LongType, false)
          .add("prompt_tokens", DataTypes.IntegerType, true)
          .add("output_tokens", DataTypes.IntegerType, true)
          .add("token_source", DataTypes.StringType, true)
          .add("events", DataTypes.IntegerType, false)
          .add("requested_output_tokens", DataTypes.IntegerType, true)
          .add("finish_reason", DataTypes.StringType, true)
          .add("gaps_us", DataTypes.createArrayType(DataTypes.IntegerType, false), false)
          .add("gap_tokens", DataTypes.createArrayType(DataTypes.IntegerType, false), true)
          .add("outcome", DataTypes.StringType, false)
          .add("http_status", DataTypes.IntegerType, true)
          .add("retries", DataTypes.IntegerType, false)
          .add("error", DataTypes.StringType, true)
          .add("ttft_us", DataTypes.LongType, true)
          .add("service_ttft_us", DataTypes.LongType, true)
          .add("e2e_us", DataTypes.LongType, true)
          .add("service_e2e_us", DataTypes.LongType, true)
          .add("tpot_us", DataTypes.LongType, true);

  /**
   * Columns whose values hardly repeat, by their path in a Parquet file. A writer that tries a
   * dictionary for them spends a third of all time on what it then throws away.
   */
  public static final List<String> WITHOUT_DICTIONARY =
      List.of(
          "request_id",
          "index",
          "scheduled_us",
          "admitted_us",
          "sent_us",
          "headers_us",
          "first_event_us",
          "first_token_us",
          "first_answer_us",
          "last_token_us",
          "end_us",
          "gaps_us.list.element",
          "ttft_us",
          "service_ttft_us",
          "e2e_us",
          "service_e2e_us",
          "tpot_us");

  private RequestsTable() {}
}
