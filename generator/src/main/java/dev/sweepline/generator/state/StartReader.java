package dev.sweepline.generator.state;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.submission.Ledger;
import dev.sweepline.generator.submission.Queue;
import dev.sweepline.generator.submission.QueuedJob;
import dev.sweepline.generator.submission.Start;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides where the starts of one experiment stand. What is queued counts before any file. */
final class StartReader {
  private final Plan plan;
  private final Ledger ledger;
  private final Queue queue;
  private final Results results;
  private final Attempts attempts;
  private final ScriptLock lock;

  /**
   * @param folder of the experiment's results; it need not be there
   */
  StartReader(Plan plan, Ledger ledger, Queue queue, Path folder) {
    this.plan = plan;
    this.ledger = ledger;
    this.queue = queue;
    this.results = Results.in(folder);
    this.attempts = Attempts.in(folder);
    this.lock = new ScriptLock(folder);
  }

  StartState of(Start start) {
    LoadPoints points = results.of(plan, start.repeat());
    Optional<Attempt> last = attempts.last(start.repeat());
    String submitted = ledger.job(start).orElse(null);
    QueuedJob queued = queue.job(submitted).or(() -> open(last)).orElse(null);
    if (queued != null) {
      return queued.waits()
          ? new StartState(start, State.PENDING, points, queued.id(), null, queued.reason())
          : new StartState(start, State.RUNNING, points, queued.id(), queued.nodes(), null);
    }
    String job = last.map(Attempt::jobId).orElse(submitted);
    if (points.areDone()) {
      return new StartState(start, State.DONE, points, job, null, null);
    }
    Optional<QueuedJob> byHand = queue.job(start.expId());
    if (byHand.isPresent()) {
      return later(start, points, byHand.get());
    }
    return last.map(it -> afterAttempt(start, points, job, it))
        .orElseGet(() -> neverBegun(start, points, submitted));
  }

  /**
   * A job that was submitted by hand does all repeats, and is named like the experiment. Another
   * sweep may have one of that name, so it is not taken for this start's own.
   */
  private static StartState later(Start start, LoadPoints points, QueuedJob byHand) {
    return new StartState(start, State.PENDING, points, null, null, "job " + byHand.id());
  }

  /** A job that was submitted by hand is in no ledger. */
  private Optional<QueuedJob> open(Optional<Attempt> last) {
    return last.filter(it -> it.event() == Attempt.Event.START)
        .flatMap(it -> queue.job(it.jobId()));
  }

  private StartState afterAttempt(
      Start start, LoadPoints points, @Nullable String job, Attempt last) {
    Integer code = last.exitCode();
    if (code == null) {
      return unended(start, points, job, last);
    }
    if (code == ExitCode.OK.status() || code == ExitCode.ALL_INVALID.status()) {
      State state = points.haveResults() ? State.INVALID : State.PARTIAL;
      return new StartState(start, state, points, job, null, last.reason());
    }
    if (code == ExitCode.INTERRUPTED.status()) {
      return new StartState(start, State.INTERRUPTED, points, job, null, last.reason());
    }
    return new StartState(
        start, State.FAILED, points, job, null, "exit code %d: %s".formatted(code, last.reason()));
  }

  /** Nothing queued says whether it goes on, so its files must. */
  private StartState unended(Start start, LoadPoints points, @Nullable String job, Attempt last) {
    if (last.jobId() != null && !queue.isKnown()) {
      return new StartState(
          start, State.RUNNING, points, job, last.host(), "by its files; " + queue.unknown());
    }
    if (last.jobId() == null && lock.isHeld()) {
      return new StartState(start, State.RUNNING, points, null, last.host(), null);
    }
    String what = last.jobId() == null ? "its script" : "job " + last.jobId();
    return new StartState(
        start, State.INTERRUPTED, points, job, null, what + " is gone without a word");
  }

  private StartState neverBegun(Start start, LoadPoints points, @Nullable String job) {
    if (job != null && queue.isKnown()) {
      return new StartState(
          start,
          State.INTERRUPTED,
          points,
          job,
          null,
          "job %s ended before it began; see %s/%s"
              .formatted(job, RunFiles.LOGS, RunFiles.jobLog(start.expId(), job)));
    }
    State state =
        points.areEmpty() ? State.MISSING : points.haveResults() ? State.INVALID : State.PARTIAL;
    String reason = job == null ? null : "submitted as job %s; %s".formatted(job, queue.unknown());
    return new StartState(start, state, points, job, null, reason);
  }
}
