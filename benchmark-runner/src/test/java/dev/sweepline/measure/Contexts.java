package dev.sweepline.measure;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.measure.verdict.ClientFacts;
import java.util.List;
import java.util.Map;
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
    return Load.open(new RequestRate(rate))
        .maxInFlight(maxInFlight)
        .maxConnections(maxConnections)
        .durationS(1.0)
        .seed(1)
        .build();
  }

  public static Load closed(int concurrency) {
    return Load.closed(concurrency).durationS(1.0).seed(1).build();
  }

  /** A load whose end is decided by its number of requests. */
  public static Load counted(int requests) {
    return Load.open(new RequestRate(10)).requests(requests).seed(1).build();
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
        ServerFacts.UNKNOWN,
        client,
        Yardstick.of(Slo.DEFAULT));
  }

  public static RunContext ended(Load load, RunContext.Ending ending) {
    return new RunContext(
        load,
        MeasuredFrom.SCHEDULED,
        ending,
        null,
        ServerFacts.UNKNOWN,
        ClientFacts.UNKNOWN,
        Yardstick.of(Slo.DEFAULT));
  }

  /** A foreign run: duration stated, clock started at dispatch. */
  public static RunContext foreign(Load load, double durationS, ClientFacts client) {
    return foreign(load, new Told(durationS, List.of()), client);
  }

  /** A foreign run with claims of its own. */
  public static RunContext foreign(Load load, Told told, ClientFacts client) {
    return new RunContext(
        load,
        MeasuredFrom.DISPATCHED,
        RunContext.Ending.FINISHED,
        told,
        ServerFacts.UNKNOWN,
        client,
        Yardstick.of(Slo.DEFAULT));
  }

  /** A server of a known size. */
  public static RunContext on(
      Load load, int nodes, int gpusPerNode, @Nullable Integer maxNumSeqs, int engines) {
    ServerConfig config =
        ServerConfig.of(Map.of())
            .with("nodes", nodes)
            .with("gpus_per_node", gpusPerNode)
            .with("max_num_seqs", maxNumSeqs);
    return on(load, new ServerFacts(config, engines));
  }

  /** A server of which something is known. */
  public static RunContext on(Load load, ServerFacts server) {
    return new RunContext(
        load,
        MeasuredFrom.SCHEDULED,
        RunContext.Ending.FINISHED,
        null,
        server,
        ClientFacts.UNKNOWN,
        Yardstick.of(Slo.DEFAULT));
  }
}
