package dev.sweepline.simulator.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All faults that can be asked for by a rate. */
public final class FaultCatalogue {
  private FaultCatalogue() {}

  /** All: first those of which a request has one at most, then those that combine. */
  public static List<Fault> all() {
    return Stream.concat(Endings.ALL.stream(), Forms.ALL.stream()).toList();
  }

  /** The names of {@link #all}. */
  public static List<String> names() {
    return all().stream().map(Fault::name).toList();
  }

  /** The fault of that name. */
  public static Optional<Fault> find(String name) {
    return all().stream().filter(fault -> fault.name().equals(name)).findFirst();
  }

  /** Whether it is one of those of which a request has one at most. */
  static boolean exclusive(Fault fault) {
    return Endings.ALL.contains(fault);
  }
}
