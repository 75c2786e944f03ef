package dev.sweepline.runner.stop;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.load.StopSignal;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Stops a run when one of its load's own rules says so. Thread-safe. */
public final class RunStops implements AutoCloseable {
  private static final double MILLIS_PER_SECOND = 1000;

  private final Load load;
  private final StopSignal stop;
  private final @Nullable ErrorShare errors;
  private final @Nullable Backlog backlog;
  private final AtomicReference<@Nullable String> cause = new AtomicReference<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stops");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param load its rules
   * @param stop the run's
   */
  public RunStops(Load load, StopSignal stop) {
    this.load = load;
    this.stop = stop;
    Double most = load.stopOnErrorRate();
    this.errors = most == null ? null : new ErrorShare(most);
    this.backlog = load.stopWhenSaturated() == null ? null : new Backlog(load.warmupRequests());
  }

  /**
   * The run begins.
   *
   * @param inFlight requests at the moment
   */
  public void start(IntSupplier inFlight) {
    Double deadlineS = load.runDeadlineS();
    if (deadlineS != null) {
      ScheduledFuture<?> unused =
          timer.schedule(
              () -> stop("its deadline of %s s is over".formatted(deadlineS)),
              Math.round(deadlineS * MILLIS_PER_SECOND),
              TimeUnit.MILLISECONDS);
    }
    Backlog watched = backlog;
    if (watched != null) {
      ScheduledFuture<?> unused =
          timer.scheduleAtFixedRate(
              () -> watched.tick(inFlight.getAsInt()).ifPresent(this::stop),
              Backlog.TICK_MS,
              Backlog.TICK_MS,
              TimeUnit.MILLISECONDS);
    }
  }

  /** A request has ended. */
  public void add(RequestRecord record) {
    if (errors != null) {
      errors.add(record.outcome()).ifPresent(this::stop);
    }
    if (backlog != null) {
      backlog.add(record);
    }
  }

  private void stop(String because) {
    if (!stop.isRequested() && cause.compareAndSet(null, because)) {
      stop.request();
    }
  }

  /** Which rule stopped the run; empty when none did. */
  public Optional<String> cause() {
    return Optional.ofNullable(cause.get());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
