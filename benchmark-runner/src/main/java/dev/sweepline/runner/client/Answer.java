package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import dev.sweepline.runner.http.ResponseHead;
import dev.sweepline.runner.sse.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What has come back for one request so far. Times are microseconds since the run's start. */
final class Answer {
  private static final int MOST_BODY_KEPT = 4096;
  private static final int OK_STATUS = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String EVENT_STREAM = "text/event-stream";

  private final TokenTrace tokens = new TokenTrace();
  private final ByteArrayOutputStream otherBody = new ByteArrayOutputStream();
  private @Nullable ResponseHead head;
  private @Nullable Long headersUs;
  private @Nullable Long firstEventUs;
  private @Nullable Long firstAnswerUs;
  private @Nullable String finishReason;
  private @Nullable String streamError;
  private int promptTokens = StreamEvent.UNKNOWN;
  private int outputTokens = StreamEvent.UNKNOWN;
  private boolean endMarked;

  void head(ResponseHead head, long atUs) {
    this.head = head;
    this.headersUs = atUs;
  }

  /** Whether the body is to be read as events; any other body is kept for its error text. */
  boolean isEventStream() {
    ResponseHead known = head;
    return known != null
        && known.status() == OK_STATUS
        && (known.mediaType().isEmpty() || known.mediaType().equals(EVENT_STREAM))
        && (known.contentEncoding().isEmpty() || known.contentEncoding().equals("identity"));
  }

  void otherBody(byte[] bytes, int from, int to) {
    otherBody.write(bytes, from, Math.min(to - from, MOST_BODY_KEPT - otherBody.size()));
  }

  void endMark() {
    endMarked = true;
  }

  void event(StreamEvent event, long atUs) {
    if (firstEventUs == null) {
      firstEventUs = atUs;
    }
    if (event.error() != null) {
      streamError = event.error();
    }
    if (event.hasText()) {
      tokens.add(atUs, event.outputTokens());
    }
    if (event.hasAnswer() && firstAnswerUs == null) {
      firstAnswerUs = atUs;
    }
    if (event.finishReason() != null) {
      finishReason = event.finishReason();
    }
    if (event.promptTokens() != StreamEvent.UNKNOWN) {
      promptTokens = event.promptTokens();
    }
    if (event.outputTokens() != StreamEvent.UNKNOWN) {
      outputTokens = event.outputTokens();
    }
  }

  /** Whether all of a good stream is here, whatever the connection does next. */
  boolean isWhole() {
    return endMarked && finishReason != null && streamError == null;
  }

  /** The outcome of a body that was ended properly. */
  Outcome outcome(boolean ignoreEos, @Nullable Integer outputLimit) {
    ResponseHead known = head;
    if (known == null) {
      return Outcome.RESET;
    }
    if (known.status() == TOO_MANY_REQUESTS) {
      return Outcome.RATE_LIMITED;
    }
    if (known.status() != OK_STATUS) {
      return Outcome.HTTP_ERROR;
    }
    if (streamError != null || (!isEventStream() && otherBody.size() > 0)) {
      return Outcome.STREAM_ERROR;
    }
    boolean nothing = firstEventUs == null;
    if (!endMarked && !nothing) {
      return Outcome.TRUNCATED;
    }
    if (tokens.events() == 0) {
      return Outcome.EMPTY;
    }
    if (finishReason == null) {
      return Outcome.TRUNCATED;
    }
    return ignoreEos && outputLimit != null && countedTokens() < outputLimit
        ? Outcome.OK_SHORT
        : Outcome.OK;
  }

  /** Tokens of a success: by usage where the server gave a count, else by events. */
  int countedTokens() {
    return countsByUsage() ? outputTokens : tokens.events();
  }

  boolean countsByUsage() {
    return outputTokens > 0;
  }

  /** What the server said of its error; null when it said nothing. */
  @Nullable String serverError() {
    ResponseHead known = head;
    if (streamError != null || known == null || isEventStream()) {
      return streamError;
    }
    String body = otherBody.toString(StandardCharsets.UTF_8);
    return known.status() == OK_STATUS
        ? "the answer is %s, not an event stream".formatted(known.mediaType())
        : ErrorBody.message(body);
  }

  TokenTrace tokens() {
    return tokens;
  }

  @Nullable Integer httpStatus() {
    return head == null ? null : (Integer) head.status();
  }

  @Nullable Long headersUs() {
    return headersUs;
  }

  @Nullable Long firstEventUs() {
    return firstEventUs;
  }

  @Nullable Long firstAnswerUs() {
    return firstAnswerUs;
  }

  @Nullable String finishReason() {
    return finishReason;
  }

  @Nullable Integer promptTokens() {
    return promptTokens == StreamEvent.UNKNOWN ? null : (Integer) promptTokens;
  }
}
