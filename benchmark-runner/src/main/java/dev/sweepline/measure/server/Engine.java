package dev.sweepline.measure.server;

import dev.sweepline.contract.Sample;
import java.io.Serializable;
import java.util.Comparator;

/**
 * One data-parallel engine. Servers number their engines alike, so the number alone tells nothing.
 *
 * @param endpoint base URL of its server; empty where not said
 * @param name as the server labels it; empty where it does not
 */
record Engine(String endpoint, String name) implements Comparable<Engine>, Serializable {
  private static final long serialVersionUID = 1;

  private static final Comparator<Engine> ORDER =
      Comparator.comparing(Engine::endpoint).thenComparing(Engine::name);

  static Engine of(Sample sample) {
    String endpoint = sample.endpoint();
    String name = sample.engine();
    return new Engine(endpoint == null ? "" : endpoint, name == null ? "" : name);
  }

  @Override
  public int compareTo(Engine other) {
    return ORDER.compare(this, other);
  }
}
