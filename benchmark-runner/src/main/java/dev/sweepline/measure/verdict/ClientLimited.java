package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.stats.SortedSample;
import java.util.Optional;

/** The load generator itself was the bottleneck. */
final class ClientLimited implements Rule {
  private static final double TAIL = 0.99;
  private static final long LATE_US = 10_000;
  private static final double LATE_OF_TTFT = 0.05;
  private static final double BUSY = 0.9;
  private static final double BUSY_WHEN_LUMPED = 0.5;
  private static final double CPU = 0.9;
  private static final double CPU_FROM_S = 10;
  private static final double PAUSED = 0.1;
  private static final long WAITED_US = 1_000;
  private static final double WAITED_SHARE = 0.01;

  @Override
  public Guide guide() {
    return new Guide(
        "client_limited",
        Family.text(Family.ALL),
        "The client's own facts: permits, lateness of sending, its event loops, its CPU time and"
            + " collector pauses; of a foreign file without send times, how many answers stream at"
            + " once.",
        """
        One of: more than %s of the requests waited more than %s for a permit that nobody asked \
        for; lateness p99 above %s and above %s of `ttft_p50`; an event loop busy for more than \
        %s; more than half of the gaps 0 while a loop was busy for more than %s, lateness p99 was \
        above %s or loop lag p90 above %s; %s; its CPU time above %s of all cores over %s s or \
        more; %s or more collector pauses that take more than %s of the time; the requests that stream at once are pinned (mean of the middle half at \
        least %s of the peak, others waiting) at the limit that the foreign client is known to \
        have."""
            .formatted(
                Wording.percent(WAITED_SHARE),
                Wording.ms(WAITED_US),
                Wording.ms(LATE_US),
                Wording.percent(LATE_OF_TTFT),
                Wording.percent(BUSY),
                Wording.percent(BUSY_WHEN_LUMPED),
                Wording.ms(LATE_US),
                Wording.ms(StarvedClient.LAG_US),
                StarvedClient.WORDING,
                Wording.percent(CPU),
                Wording.number(CPU_FROM_S),
                ClientFacts.MANY_PAUSES,
                Wording.percent(PAUSED),
                Wording.number(StreamingPlateau.PINNED)),
        "The figures describe the client, whatever the server could have done: no setting of the"
            + " server was tested.",
        "Give the client more cores or its own node, and lift its limit (`--max-connections`, or"
            + " the connection limit of the other tool).");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    Numbers signs =
        permits(run)
            .and(lateness(run))
            .and(busyLoop(run))
            .and(lumpSigns(run))
            .and(StarvedClient.signs(run))
            .and(machine(run))
            .and(pinned(run));
    return signs.isEmpty() ? Optional.empty() : Optional.of(Finding.invalid(signs));
  }

  private static Numbers permits(RunEvidence run) {
    Load load = run.load();
    if (load.kind() != Load.Kind.OPEN
        || load.maxInFlight() != null
        || load.maxConnections() != null) {
      return Numbers.NONE;
    }
    long waited = run.requests().count(row -> row.admittedUs() - row.scheduledUs() > WAITED_US);
    double share = (double) waited / run.requests().size();
    return share > WAITED_SHARE ? Numbers.of("waited_for_permit", share) : Numbers.NONE;
  }

  private static Numbers lateness(RunEvidence run) {
    double late = lateUs(run);
    double ttft = run.requests().sample(Latency.TTFT).median();
    return late > LATE_US && late > LATE_OF_TTFT * ttft
        ? Numbers.of("lateness_p99_ms", late / 1000).and("ttft_p50_ms", ttft / 1000)
        : Numbers.NONE;
  }

  private static Numbers busyLoop(RunEvidence run) {
    double busy = run.client().loopBusy();
    return busy > BUSY ? Numbers.of("loop_busy", busy) : Numbers.NONE;
  }

  /** Whether lumps in the streams are the client's own doing: it reads too seldom. */
  static boolean lumps(RunEvidence run) {
    boolean slow =
        run.client().loopBusy() > BUSY_WHEN_LUMPED
            || lateUs(run) > LATE_US
            || run.client().loopLagUs() > StarvedClient.LAG_US;
    return slow && CoalescedStream.isSeenIn(run.tally());
  }

  private static Numbers lumpSigns(RunEvidence run) {
    if (!lumps(run)) {
      return Numbers.NONE;
    }
    return Numbers.of("lumped_lateness_p99_ms", lateUs(run) / 1000)
        .and("lumped_loop_busy", run.client().loopBusy())
        .and("lumped_loop_lag_p90_ms", run.client().loopLagUs() / 1000);
  }

  /** The whole process: no core left, or stopped by its collector. */
  private static Numbers machine(RunEvidence run) {
    double share = run.client().cpuShare();
    Numbers cpu =
        share > CPU && run.durationS() >= CPU_FROM_S
            ? Numbers.of("cpu_share", share)
            : Numbers.NONE;
    double paused = run.client().pausesMs() / 1000 / run.durationS();
    return paused > PAUSED ? cpu.and("gc_share", paused) : cpu;
  }

  private static Numbers pinned(RunEvidence run) {
    Integer limit = run.client().knownConnectionLimit();
    return StreamingPlateau.of(run)
        .filter(plateau -> limit != null && plateau.peak() == limit)
        .map(StreamingPlateau::numbers)
        .orElse(Numbers.NONE);
  }

  /** Of an open loop: in a closed one no request is due before its slot is free. */
  private static double lateUs(RunEvidence run) {
    if (run.load().kind() != Load.Kind.OPEN) {
      return Double.NaN;
    }
    SortedSample lateness = run.requests().sample(Latency.LATENESS);
    return lateness.quantile(TAIL);
  }
}
