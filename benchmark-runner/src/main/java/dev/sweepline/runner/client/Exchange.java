package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.Deadline.Stage;
import dev.sweepline.runner.http.ResponseHead;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request from its first attempt to its record, with its time limits. All of it runs on one
 * event loop.
 */
final class Exchange {
  private final LoadRequest request;
  private final ExchangeRules rules;
  private final Carrier carrier;
  private final BiConsumer<Exchange, RequestRecord> done;
  private final EventLoop loop;
  private final @Nullable Connection reserved;
  private Answer answer;
  private Stage stage = Stage.BEFORE_FIRST_TOKEN;
  private @Nullable ScheduledFuture<?> watchdog;
  private @Nullable Connection connection;
  private @Nullable String retryAfter;
  private int retries;
  private long sentNs;
  private long attemptNs;
  private long lastEventNs;
  private boolean ended;
  private boolean keepsText;

  /** Finds connections for attempts. */
  @FunctionalInterface
  interface Carrier {
    /** Sends the request over the reserved connection, or over any when that is null or closed. */
    void carry(Exchange exchange, @Nullable Connection reserved);
  }

  /**
   * @param carrier of each attempt
   * @param reserved idle connection for its first attempt; null when there was none
   */
  Exchange(
      LoadRequest request,
      ExchangeRules rules,
      Carrier carrier,
      @Nullable Connection reserved,
      EventLoop loop,
      BiConsumer<Exchange, RequestRecord> done) {
    this.request = request;
    this.rules = rules;
    this.carrier = carrier;
    this.reserved = reserved;
    this.loop = loop;
    this.done = done;
    this.answer = new Answer(rules.form());
  }

  /** The text of the answer is wanted; before it begins. */
  void keepText() {
    keepsText = true;
    answer = Answer.withText(rules.form());
  }

  LoadRequest request() {
    return request;
  }

  Answer answer() {
    return answer;
  }

  EventLoop loop() {
    return loop;
  }

  boolean hasEnded() {
    return ended;
  }

  /** The first attempt: its clock and its time limits start. */
  void begin() {
    sentNs = rules.clock().sinceStartNs();
    attemptNs = sentNs;
    watch();
    carrier.carry(this, reserved);
  }

  /** The connection that carries it; closed when the request fails. */
  void carriedBy(Connection carrier) {
    connection = carrier;
  }

  /** Status and headers have come. */
  void head(ResponseHead head, long atUs) {
    retryAfter = head.headers().get("retry-after");
    answer.head(head, atUs);
  }

  /** Events have come; the first token changes which limit counts. */
  void progress(long atNs, boolean firstToken) {
    lastEventNs = atNs;
    if (firstToken && !ended) {
      enter(Stage.STREAMING);
    }
  }

  private void enter(Stage next) {
    stage = next;
    stopWatching();
    watch();
  }

  private void watch() {
    Deadline deadline = deadline();
    if (deadline.atNs() == Timeouts.NONE) {
      return;
    }
    long delayNs = deadline.atNs() - rules.clock().sinceStartNs();
    if (delayNs > 0) {
      watchdog = loop.schedule(this::watch, delayNs, TimeUnit.NANOSECONDS);
    } else {
      fail(deadline.outcome(), deadline.explanation());
    }
  }

  private Deadline deadline() {
    long sinceNs = stage == Stage.STREAMING ? lastEventNs : attemptNs;
    return Deadline.next(rules.timeouts(), sentNs, sinceNs, stage);
  }

  private void stopWatching() {
    if (watchdog != null) {
      watchdog.cancel(false);
    }
  }

  /** The answer was ended properly. */
  void complete() {
    Outcome outcome = answer.outcome(rules.ignoreEos(), request.payload().outputLimit());
    if (outcome == Outcome.RATE_LIMITED && !ended && retries < rules.maxRetries()) {
      waitToRetry();
    } else {
      end(outcome, outcome.isSuccess() ? null : answer.explanation(outcome));
    }
  }

  /** A wait that the total limit would cut short is not begun. */
  private void waitToRetry() {
    stage = Stage.BETWEEN_ATTEMPTS;
    long delayNs = RetryAfter.delayNs(retryAfter, retries, Instant.now());
    if (delayNs >= deadline().atNs() - rules.clock().sinceStartNs()) {
      end(Outcome.RATE_LIMITED, "HTTP 429: asks to wait beyond the total time limit");
      return;
    }
    connection = null;
    enter(stage);
    Future<?> unused = loop.schedule(this::retry, delayNs, TimeUnit.NANOSECONDS);
  }

  private void retry() {
    if (!ended) {
      retries++;
      answer = keepsText ? Answer.withText(rules.form()) : new Answer(rules.form());
      attemptNs = rules.clock().sinceStartNs();
      enter(Stage.BEFORE_FIRST_TOKEN);
      carrier.carry(this, null);
    }
  }

  /** It failed, unless all of a good stream is here already; its connection is closed. */
  void fail(Outcome outcome, String explanation) {
    if (ended) {
      return;
    }
    if (answer.isWhole()) {
      complete();
    } else if (answer.serverError() != null && answer.isEventStream()) {
      end(Outcome.STREAM_ERROR, answer.serverError());
    } else {
      end(outcome, explanation);
    }
    if (connection != null) {
      connection.discard();
    }
  }

  private void end(Outcome outcome, @Nullable String error) {
    if (ended) {
      return;
    }
    ended = true;
    stopWatching();
    long endUs = rules.clock().sinceStartUs();
    done.accept(
        this,
        RecordAssembly.record(
            rules, request, RunClock.micros(sentNs), retries, answer, endUs, outcome, error));
  }
}
