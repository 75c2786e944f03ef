package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Phase;
import dev.sweepline.runner.client.RequestSender;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.load.LoadPart.Tail;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a run: the warm-up, in the shape of the load itself, ends before the first measured
 * request is due.
 */
public final class LoadRun {
  /** Time for the first slot to be waited for like any other. */
  private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final double NANOS_PER_SECOND = 1e9;

  private final LoadPoint point;
  private final Load load;
  private final RequestSource source;
  private final RequestSender sender;
  private final Recording recording;
  private final RunClock clock;
  private final StopSignal stop;

  /**
   * @param point what is asked for
   * @param idPrefix makes the request ids of this run unique
   * @param sender sends them
   * @param recording takes their records
   * @param clock the run's
   * @param stop ends the run early
   */
  public LoadRun(
      LoadPoint point,
      String idPrefix,
      RequestSender sender,
      Recording recording,
      RunClock clock,
      StopSignal stop) {
    this.point = point;
    this.load = point.load();
    this.source = new RequestSource(point, idPrefix);
    this.sender = sender;
    this.recording = recording;
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Runs all phases; returns when every request has ended.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public void run() throws InterruptedException {
    LoadLoop loop = loop();
    if (load.warmupRequests() > 0) {
      loop.run(
          new LoadPart(
              Phase.WARMUP,
              clock.sinceStartNs(),
              load.warmupRequests(),
              Long.MAX_VALUE,
              Tail.QUIET));
    }
    loop.run(
        new LoadPart(
            Phase.MEASURE,
            clock.sinceStartNs() + LEAD_NS,
            load.requests() == null ? LoadPart.UNLIMITED : load.requests(),
            nanos(load.durationS()),
            Boolean.TRUE.equals(load.drain()) ? Tail.DRAIN : Tail.QUIET));
  }

  private LoadLoop loop() {
    if (load.concurrency() == null) {
      return new OpenLoop(
          point,
          source,
          sender,
          recording,
          new ParkingPacer(clock, stop),
          new Permits(limit(), clock, stop));
    }
    return new ClosedLoop(load.concurrency(), source, sender, recording, clock, stop);
  }

  /** The smaller of the limits of requests and of connections; null without either. */
  private @Nullable Integer limit() {
    return Stream.of(load.maxInFlight(), load.maxConnections())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static long nanos(@Nullable Double seconds) {
    return seconds == null ? Long.MAX_VALUE : Math.round(seconds * NANOS_PER_SECOND);
  }
}
