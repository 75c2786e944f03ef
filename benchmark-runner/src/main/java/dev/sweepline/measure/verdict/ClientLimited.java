package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.stats.SortedSample;
import java.util.Optional;

/** The load generator itself was the bottleneck. */
final class ClientLimited implements Rule {
  private static final double TAIL = 0.99;

  private final long lateUs;
  private final double lateOfTtft;
  private final double busyWhenLumped;
  private final double mostBusy;
  private final double cpuFromS;
  private final double mostCpu;
  private final double mostPaused;
  private final long waitedUs;
  private final double waitedShare;
  private final double zeroGaps;
  private final StarvedClient starved;

  ClientLimited(Limits limits) {
    lateUs = Wording.us(limits.of("client_limited.late_ms", 10));
    lateOfTtft = limits.of("client_limited.late_of_ttft", 0.05);
    busyWhenLumped = limits.of("client_limited.busy_when_lumped", 0.5);
    mostBusy = limits.of("client_limited.busy", 0.9);
    cpuFromS = limits.of("client_limited.cpu_from_s", 10);
    mostCpu = limits.of("client_limited.cpu", 0.9);
    mostPaused = limits.of("client_limited.paused", 0.1);
    waitedUs = Wording.us(limits.of("client_limited.waited_ms", 1));
    waitedShare = limits.of("client_limited.waited_share", 0.01);
    zeroGaps = CoalescedStream.share(limits);
    starved = new StarvedClient(limits);
  }

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
                Wording.percent(waitedShare),
                Wording.ms(waitedUs),
                Wording.ms(lateUs),
                Wording.percent(lateOfTtft),
                Wording.percent(mostBusy),
                Wording.percent(busyWhenLumped),
                Wording.ms(lateUs),
                Wording.ms(starved.slowUs()),
                starved.wording(),
                Wording.percent(mostCpu),
                Wording.number(cpuFromS),
                ClientFacts.MANY_PAUSES,
                Wording.percent(mostPaused),
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
            .and(starved.signs(run))
            .and(machine(run))
            .and(pinned(run));
    return signs.isEmpty() ? Optional.empty() : Optional.of(Finding.invalid(signs));
  }

  private Numbers permits(RunEvidence run) {
    Load load = run.load();
    if (load.kind() != Load.Kind.OPEN
        || load.maxInFlight() != null
        || load.maxConnections() != null) {
      return Numbers.NONE;
    }
    long waited = run.requests().count(row -> row.admittedUs() - row.scheduledUs() > waitedUs);
    double share = (double) waited / run.requests().size();
    return share > waitedShare ? Numbers.of("waited_for_permit", share) : Numbers.NONE;
  }

  private Numbers lateness(RunEvidence run) {
    double late = latenessUs(run);
    double ttft = run.requests().sample(Latency.TTFT).median();
    return late > lateUs && late > lateOfTtft * ttft
        ? Numbers.of("lateness_p99_ms", late / 1000).and("ttft_p50_ms", ttft / 1000)
        : Numbers.NONE;
  }

  private Numbers busyLoop(RunEvidence run) {
    double busy = run.client().loopBusy();
    return busy > mostBusy ? Numbers.of("loop_busy", busy) : Numbers.NONE;
  }

  /** Whether lumps in the streams are the client's own doing: it reads too seldom. */
  boolean lumps(RunEvidence run) {
    boolean slow =
        run.client().loopBusy() > busyWhenLumped
            || latenessUs(run) > lateUs
            || run.client().loopLagUs() > starved.slowUs();
    return slow && CoalescedStream.zeroGaps(run.tally()) > zeroGaps;
  }

  private Numbers lumpSigns(RunEvidence run) {
    if (!lumps(run)) {
      return Numbers.NONE;
    }
    return Numbers.of("lumped_lateness_p99_ms", latenessUs(run) / 1000)
        .and("lumped_loop_busy", run.client().loopBusy())
        .and("lumped_loop_lag_p90_ms", run.client().loopLagUs() / 1000);
  }

  /** The whole process: no core left, or stopped by its collector. */
  private Numbers machine(RunEvidence run) {
    double share = run.client().cpuShare();
    Numbers cpu =
        share > mostCpu && run.durationS() >= cpuFromS
            ? Numbers.of("cpu_share", share)
            : Numbers.NONE;
    double paused = run.client().pausesMs() / 1000 / run.durationS();
    return paused > mostPaused ? cpu.and("gc_share", paused) : cpu;
  }

  private static Numbers pinned(RunEvidence run) {
    Integer limit = run.client().knownConnectionLimit();
    return StreamingPlateau.of(run)
        .filter(plateau -> limit != null && plateau.peak() == limit)
        .map(StreamingPlateau::numbers)
        .orElse(Numbers.NONE);
  }

  /** Of an open loop: in a closed one no request is due before its slot is free. */
  private static double latenessUs(RunEvidence run) {
    if (run.load().kind() != Load.Kind.OPEN) {
      return Double.NaN;
    }
    SortedSample lateness = run.requests().sample(Latency.LATENESS);
    return lateness.quantile(TAIL);
  }
}
