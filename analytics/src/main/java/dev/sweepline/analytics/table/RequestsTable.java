package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.RequestRecord;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

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

  private RequestsTable() {}

  /** A request's row. */
  public static Row row(RunDescription run, RequestRecord request) {
    RequestLatencies latencies = RequestLatencies.of(request);
    Integer repeat = run.repeat();
    return RowFactory.create(
        run.runUid(),
        run.expId(),
        run.run(),
        repeat == null ? null : (Long) repeat.longValue(),
        request.requestId(),
        request.index(),
        known(request.promptId()),
        word(request.phase()),
        known(request.endpoint()),
        request.scheduledUs(),
        request.admittedUs(),
        request.sentUs(),
        request.headersUs(),
        request.firstEventUs(),
        request.firstTokenUs(),
        request.firstAnswerUs(),
        request.lastTokenUs(),
        request.endUs(),
        request.promptTokens(),
        request.outputTokens(),
        word(request.tokenSource()),
        request.events(),
        request.requestedOutputTokens(),
        request.finishReason(),
        boxed(request.gapsUs()),
        boxed(request.gapTokens()),
        word(request.outcome()),
        request.httpStatus(),
        request.retries(),
        request.error(),
        latencies.ttftUs(),
        latencies.serviceTtftUs(),
        latencies.e2eUs(),
        latencies.serviceE2eUs(),
        latencies.tpotUs());
  }

  /** A foreign file may not say; the contract then has an empty text. */
  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static Integer @Nullable [] boxed(@Nullable Ints ints) {
    return ints == null
        ? null
        : IntStream.range(0, ints.size()).mapToObj(ints::at).toArray(Integer[]::new);
  }
}
