package dev.sweepline.measure;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import org.jspecify.annotations.Nullable;

/** Loads and contexts for tests: nothing is known but what is said. */
public final class Contexts {
  private Contexts() {}

  /** An open loop without limits; the number of requests is not checked. */
  public static Load open(double rate) {
    return open(rate, null, null);
  }

  public static Load open(
      double rate, @Nullable Integer maxInFlight, @Nullable Integer maxConnections) {
    return load(
        Load.Kind.OPEN,
        new RequestRate(rate),
        Load.Arrival.CONSTANT,
        null,
        maxInFlight,
        maxConnections);
  }

  public static Load closed(int concurrency) {
    return load(Load.Kind.CLOSED, null, null, concurrency, null, null);
  }

  /** A load whose end is decided by its number of requests. */
  public static Load counted(int requests) {
    return new Load(
        Load.Kind.OPEN,
        new RequestRate(10),
        Load.Arrival.CONSTANT,
        null,
        null,
        null,
        null,
        requests,
        null,
        0,
        1,
        Load.Endpoint.COMPLETIONS,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  private static Load load(
      Load.Kind kind,
      @Nullable RequestRate rate,
      Load.@Nullable Arrival arrival,
      @Nullable Integer concurrency,
      @Nullable Integer maxInFlight,
      @Nullable Integer maxConnections) {
    return new Load(
        kind,
        rate,
        arrival,
        null,
        concurrency,
        maxInFlight,
        maxConnections,
        null,
        1.0,
        0,
        1,
        Load.Endpoint.COMPLETIONS,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  /** A finished run of which only the load is known. */
  public static RunContext of(Load load) {
    return of(load, ClientFacts.UNKNOWN);
  }

  public static RunContext of(Load load, ClientFacts client) {
    return new RunContext(
        load,
        MeasuredFrom.SCHEDULED,
        RunContext.Ending.FINISHED,
        null,
        null,
        null,
        null,
        null,
        client,
        Slo.DEFAULT);
  }

  public static RunContext ended(Load load, RunContext.Ending ending) {
    return new RunContext(
        load,
        MeasuredFrom.SCHEDULED,
        ending,
        null,
        null,
        null,
        null,
        null,
        ClientFacts.UNKNOWN,
        Slo.DEFAULT);
  }

  /** A foreign run: duration stated, clock started at dispatch. */
  public static RunContext foreign(Load load, double durationS, ClientFacts client) {
    return new RunContext(
        load,
        MeasuredFrom.DISPATCHED,
        RunContext.Ending.FINISHED,
        durationS,
        null,
        null,
        null,
        null,
        client,
        Slo.DEFAULT);
  }

  /** A server of a known size. */
  public static RunContext on(
      Load load, int nodes, int gpusPerNode, @Nullable Integer maxNumSeqs, int engines) {
    return new RunContext(
        load,
        MeasuredFrom.SCHEDULED,
        RunContext.Ending.FINISHED,
        null,
        nodes,
        gpusPerNode,
        maxNumSeqs,
        engines,
        ClientFacts.UNKNOWN,
        Slo.DEFAULT);
  }
}
