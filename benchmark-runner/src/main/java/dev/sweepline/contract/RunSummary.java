package dev.sweepline.contract;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code results_<run>.json}: the header repeated, and what became of the run. Written last.
 *
 * @param endedAt UTC, to the microsecond
 * @param counts requests of all phases by outcome
 * @param metrics the metric columns of {@code experiment_results.csv}: numbers, and texts such as
 *     {@code measured_from}; null where unknown
 * @param server what answered
 * @param client how the load generator itself did
 * @param host the machine that it ran on
 * @param verdict whether the run can be trusted
 */
public record RunSummary(
    String schemaVersion,
    String runUid,
    String expId,
    String run,
    Instant startedAt,
    long monotonicNsAtStart,
    Load load,
    DatasetRef dataset,
    ServerConfig config,
    Tool tool,
    Instant endedAt,
    Map<Outcome, Integer> counts,
    Map<String, @Nullable Object> metrics,
    Server server,
    Client client,
    Host host,
    Verdict verdict) {
  /**
   * What answered.
   *
   * @param model as the server lists it
   * @param version as the server says; null when it does not
   * @param cacheConfig labels of the server's {@code cache_config_info}; null when not seen
   * @param engines data-parallel engines; null when not seen
   */
  public record Server(
      @Nullable String model,
      @Nullable String version,
      @Nullable Map<String, String> cacheConfig,
      @Nullable Integer engines) {
    public Server {
      cacheConfig = cacheConfig == null ? null : OrderedCopy.of(cacheConfig);
    }
  }

  /**
   * How the load generator did.
   *
   * @param latenessUs sent after max(due, permit free); null in a closed loop
   * @param loopBusy largest busy share of an event loop, 0 to 1
   * @param cpuShare CPU time of the process over wall time and cores, 0 to 1; null when unknown
   * @param gcPauseMs sum of collector pauses
   * @param inFlightMax most requests in flight at once
   * @param selfCheck word of the last self test of this host; null when there was none
   * @param loopLagUs a task of an event loop ran after it was due; null when none was due
   * @param gcPauses collections that paused
   * @param gcPauseMaxMs longest of them; null without one
   * @param bytesPerRead mean of the socket reads; null without one
   * @param eventsPerRead token events over socket reads; null without one
   * @param ceiling of the last self test of this host; null when there was none
   */
  public record Client(
      @Nullable Delays latenessUs,
      @Nullable Double loopBusy,
      @Nullable Double cpuShare,
      @Nullable Double gcPauseMs,
      int inFlightMax,
      @Nullable String selfCheck,
      @Since(minor = 1) @Nullable Delays loopLagUs,
      @Since(minor = 1) @Nullable Integer gcPauses,
      @Since(minor = 1) @Nullable Double gcPauseMaxMs,
      @Since(minor = 1) @Nullable Double bytesPerRead,
      @Since(minor = 1) @Nullable Double eventsPerRead,
      @Since(minor = 1) @Nullable Ceiling ceiling)
      implements Serializable {
    public Client {
      Rules.share("loop_busy", loopBusy);
      Rules.share("cpu_share", cpuShare);
      Rules.atLeast("in_flight_max", inFlightMax, 0);
    }
  }

  /** The client's machine. */
  public record Host(int cpus, long memoryBytes, String os, String java) {}

  public RunSummary {
    Rules.safeName("exp_id", expId);
    RunName.parse(run);
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    endedAt = endedAt.truncatedTo(ChronoUnit.MICROS);
    counts = Collections.unmodifiableMap(inOrder(counts));
    metrics = scalars(metrics);
  }

  private static Map<Outcome, Integer> inOrder(Map<Outcome, Integer> counts) {
    Map<Outcome, Integer> ordered = new EnumMap<>(Outcome.class);
    ordered.putAll(counts);
    return ordered;
  }

  private static Map<String, @Nullable Object> scalars(Map<String, @Nullable Object> metrics) {
    Map<String, @Nullable Object> checked = new LinkedHashMap<>();
    metrics.forEach((name, value) -> checked.put(name, Scalar.of("metrics." + name, value)));
    return Collections.unmodifiableMap(checked);
  }

  /** The run's description, as it stands in the requests file. */
  public RunHeader header() {
    return new RunHeader(
        schemaVersion,
        runUid,
        expId,
        run,
        startedAt,
        monotonicNsAtStart,
        load,
        dataset,
        config,
        tool);
  }

  /** A summary of the run that a header describes. */
  public static RunSummary of(
      RunHeader header,
      Instant endedAt,
      Map<Outcome, Integer> counts,
      Map<String, @Nullable Object> metrics,
      Server server,
      Client client,
      Host host,
      Verdict verdict) {
    return new RunSummary(
        header.schemaVersion(),
        header.runUid(),
        header.expId(),
        header.run(),
        header.startedAt(),
        header.monotonicNsAtStart(),
        header.load(),
        header.dataset(),
        header.config(),
        header.tool(),
        endedAt,
        counts,
        metrics,
        server,
        client,
        host,
        verdict);
  }

  /**
   * Whether a run can be trusted.
   *
   * @param state the worst of all reasons
   * @param reasons all that was found
   */
  public record Verdict(State state, List<Reason> reasons) implements Serializable {
    private static final long serialVersionUID = 1;

    /** How far a run can be used. */
    public enum State {
      VALID,
      /** Usable for the families that no reason voids. */
      SUSPECT,
      /** Never ranked, always listed. */
      INVALID
    }

    public Verdict {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * One finding.
   *
   * @param code see {@code docs/verdicts.md}
   * @param evidence the numbers behind it, by name
   * @param voids metric families ({@code ttft, e2e, itl, tpot, throughput, server}) or single
   *     columns that it makes unusable; empty for a note
   */
  public record Reason(String code, Map<String, Double> evidence, List<String> voids)
      implements Serializable {
    private static final long serialVersionUID = 1;

    public Reason {
      Rules.notBlank("code", code);
      evidence = OrderedCopy.of(evidence);
      voids = List.copyOf(voids);
    }
  }
}
