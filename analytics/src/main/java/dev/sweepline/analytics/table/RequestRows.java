package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.RequestRecord;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@link RequestsTable} of one run, in the form that Spark itself works on: a row of boxed
 * values would be converted to it, gap by gap.
 */
public final class RequestRows {
  private static final Map<Enum<?>, UTF8String> WORDS = new ConcurrentHashMap<>();

  private final UTF8String runUid;
  private final UTF8String expId;
  private final UTF8String run;
  private final @Nullable Long repeat;

  /**
   * @param description of the run whose requests will come
   */
  public RequestRows(RunDescription description) {
    Integer ordinal = description.repeat();
    this.runUid = UTF8String.fromString(description.runUid());
    this.expId = UTF8String.fromString(description.expId());
    this.run = UTF8String.fromString(description.run());
    this.repeat = ordinal == null ? null : (Long) ordinal.longValue();
  }

  /** A request's row. */
  public InternalRow row(RequestRecord request) {
    RequestLatencies latencies = RequestLatencies.of(request);
    return new GenericInternalRow(
        new @Nullable Object[] {
          runUid,
          expId,
          run,
          repeat,
          text(request.requestId()),
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
          text(request.finishReason()),
          array(request.gapsUs()),
          array(request.gapTokens()),
          word(request.outcome()),
          request.httpStatus(),
          request.retries(),
          text(request.error()),
          latencies.ttftUs(),
          latencies.serviceTtftUs(),
          latencies.e2eUs(),
          latencies.serviceE2eUs(),
          latencies.tpotUs()
        });
  }

  private static @Nullable UTF8String text(@Nullable String text) {
    return text == null ? null : UTF8String.fromString(text);
  }

  /** A foreign file may not say; the contract then has an empty text. */
  private static @Nullable UTF8String known(String text) {
    return text.isEmpty() ? null : UTF8String.fromString(text);
  }

  private static @Nullable UTF8String word(@Nullable Enum<?> value) {
    return value == null ? null : WORDS.computeIfAbsent(value, RequestRows::written);
  }

  private static UTF8String written(Enum<?> value) {
    return UTF8String.fromString(value.name().toLowerCase(Locale.ROOT));
  }

  private static @Nullable UnsafeArrayData array(@Nullable Ints ints) {
    return ints == null ? null : UnsafeArrayData.fromPrimitiveArray(ints.toArray());
  }
}
