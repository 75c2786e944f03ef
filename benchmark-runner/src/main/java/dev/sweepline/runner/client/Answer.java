package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import dev.sweepline.runner.http.ResponseHead;
import dev.sweepline.runner.sse.EventReader;
import dev.sweepline.runner.sse.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What has come back for one request so far. Times are microseconds since the run's start. */
final class Answer {
  private static final int MOST_ERROR_KEPT = 4096;
  private static final int MOST_ANSWER_KEPT = 1 << 24;
  private static final int OK_STATUS = 200;
  private static final int TOO_MANY_REQUESTS = 429;

  private final AnswerForm form;
  private final Generation generation = new Generation();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final @Nullable AnswerText text;
  private @Nullable ResponseHead head;
  private @Nullable Long headersUs;
  private boolean asAsked;
  private boolean endMarked;

  /**
   * @param form that was asked for
   */
  Answer(AnswerForm form) {
    this(form, null);
  }

  private Answer(AnswerForm form, @Nullable AnswerText text) {
    this.form = form;
    this.text = text;
  }

  /** One whose text is kept. */
  static Answer withText(AnswerForm form) {
    return new Answer(form, new AnswerText());
  }

  /** The text so far; empty when it is not kept. */
  String text() {
    return text == null ? "" : text.toString();
  }

  void head(ResponseHead head, long atUs) {
    this.head = head;
    this.headersUs = atUs;
    this.asAsked = head.status() == OK_STATUS && form.isThatOf(head);
  }

  /** Whether the body is to be read as events; any other body is kept until its end. */
  boolean isEventStream() {
    return form == AnswerForm.STREAM && asAsked;
  }

  /** A piece of a body that is no stream. */
  void otherBody(byte[] bytes, int from, int to) {
    int most = asAsked ? MOST_ANSWER_KEPT : MOST_ERROR_KEPT;
    body.write(bytes, from, Math.min(to - from, most - body.size()));
  }

  void endMark() {
    endMarked = true;
  }

  /** An event of a stream. */
  void event(StreamEvent event, long atUs) {
    generation.event(event, atUs);
  }

  /** The data of that event, of which the text may be wanted. */
  void data(byte[] bytes, int from, int to) {
    if (text != null) {
      text.add(bytes, from, to);
    }
  }

  /** The body has ended properly. */
  void bodyEnded(long atUs) {
    if (form != AnswerForm.WHOLE || !asAsked || body.size() == 0) {
      return;
    }
    if (body.size() == MOST_ANSWER_KEPT) {
      generation.failed("the answer is longer than %d bytes".formatted(MOST_ANSWER_KEPT));
      return;
    }
    byte[] json = body.toByteArray();
    StreamEvent answer = new StreamEvent();
    new EventReader().read(json, 0, json.length, answer);
    generation.whole(answer, atUs);
    data(json, 0, json.length);
  }

  /** Whether some of the generated text is here, or of what it comes in. */
  boolean hasBegun() {
    return generation.firstEventUs() != null || (asAsked && body.size() > 0);
  }

  /** Whether all of a good stream is here, whatever the connection does next. */
  boolean isWhole() {
    return endMarked && generation.finishReason() != null && generation.error() == null;
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
    if (generation.error() != null || (!asAsked && body.size() > 0)) {
      return Outcome.STREAM_ERROR;
    }
    if (lacksEndMark()) {
      return Outcome.TRUNCATED;
    }
    if (generation.tokens().events() == 0) {
      return Outcome.EMPTY;
    }
    if (generation.finishReason() == null) {
      return Outcome.TRUNCATED;
    }
    return ignoreEos && outputLimit != null && generation.countedTokens() < outputLimit
        ? Outcome.OK_SHORT
        : Outcome.OK;
  }

  private boolean lacksEndMark() {
    return isEventStream() && generation.firstEventUs() != null && !endMarked;
  }

  /** Why a body that was ended properly is no success; null when nothing was said. */
  @Nullable String explanation(Outcome outcome) {
    String said = serverError();
    return switch (outcome) {
      case HTTP_ERROR, RATE_LIMITED ->
          "HTTP %d%s".formatted(httpStatus(), said == null || said.isEmpty() ? "" : ": " + said);
      case TRUNCATED ->
          lacksEndMark()
              ? "the stream ended without [DONE]"
              : "the answer ended without a finish reason";
      case EMPTY -> "the answer ended well without a token";
      default -> said;
    };
  }

  /** What the server said of its error; null when it said nothing. */
  @Nullable String serverError() {
    ResponseHead known = head;
    if (generation.error() != null || known == null || asAsked) {
      return generation.error();
    }
    String text = body.toString(StandardCharsets.UTF_8);
    if (known.status() != OK_STATUS) {
      return ErrorBody.message(text);
    }
    String message = ErrorBody.message(text);
    return message.equals(text) ? form.complaint(known) : message;
  }

  Generation generation() {
    return generation;
  }

  @Nullable Integer httpStatus() {
    return head == null ? null : (Integer) head.status();
  }

  @Nullable Long headersUs() {
    return headersUs;
  }
}
