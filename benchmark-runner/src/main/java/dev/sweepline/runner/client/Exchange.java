package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request from its attempt to its record, with its time limits. All of it runs on one event
 * loop.
 */
final class Exchange {
  private final LoadRequest request;
  private final ExchangeRules rules;
  private final BiConsumer<Exchange, RequestRecord> done;
  private final EventLoop loop;
  private final Answer answer;
  private @Nullable ScheduledFuture<?> watchdog;
  private @Nullable Connection connection;
  private long sentNs;
  private long lastEventNs;
  private boolean ended;

  Exchange(
      LoadRequest request,
      ExchangeRules rules,
      EventLoop loop,
      BiConsumer<Exchange, RequestRecord> done) {
    this.request = request;
    this.rules = rules;
    this.done = done;
    this.loop = loop;
    this.answer = new Answer(rules.form());
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

  /** The attempt begins: its clock and its time limits start. */
  void attempt() {
    sentNs = rules.clock().sinceStartNs();
    lastEventNs = sentNs;
    watch();
  }

  /** The connection that carries it; closed when the request fails. */
  void carriedBy(Connection carrier) {
    connection = carrier;
  }

  /** Events have come; the first token changes which limit counts. */
  void progress(long atNs, boolean firstToken) {
    lastEventNs = atNs;
    if (firstToken && !ended) {
      stopWatching();
      watch();
    }
  }

  private void watch() {
    boolean streaming = answer.generation().tokens().events() > 0;
    Deadline deadline = Deadline.next(rules.timeouts(), sentNs, lastEventNs, streaming);
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

  private void stopWatching() {
    if (watchdog != null) {
      watchdog.cancel(false);
    }
  }

  /** The answer was ended properly. */
  void complete() {
    Outcome outcome = answer.outcome(rules.ignoreEos(), request.payload().outputLimit());
    end(outcome, outcome.isSuccess() ? null : answer.explanation(outcome));
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
            rules, request, RunClock.micros(sentNs), answer, endUs, outcome, error));
  }
}
