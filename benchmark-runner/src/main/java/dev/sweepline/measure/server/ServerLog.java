package dev.sweepline.measure.server;

import dev.sweepline.contract.Sample;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * The server samples of a run: about 80 bytes for each engine and moment. They may come in any
 * order and any split. Not thread-safe.
 */
public final class ServerLog implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<Engine, EngineLog> engines = new TreeMap<>();

  /** Keeps a server's sample; one of the client is left out. */
  public void add(Sample sample) {
    if (sample.source() == Sample.Source.SERVER) {
      engine(Engine.of(sample)).add(sample);
    }
  }

  /** Takes over the samples of another part of the run. */
  public void addAll(ServerLog other) {
    other.engines.forEach((engine, log) -> engine(engine).addAll(log));
  }

  private EngineLog engine(Engine engine) {
    return engines.computeIfAbsent(engine, unseen -> new EngineLog());
  }

  /** In an order that does not depend on that of adding. */
  Iterable<EngineLog> engines() {
    return engines.values();
  }
}
