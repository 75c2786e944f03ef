package dev.sweepline.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which requests get which faults. Of the faults that end a request one draw decides, so that each
 * has exactly its share; every odd form is drawn for itself.
 */
public final class FaultPlan {
  private final Severity severity;
  private final OptionalLong crashAt;
  private final Chance endingChance;
  private final List<Rated> endings = new ArrayList<>();
  private final List<Rated> forms = new ArrayList<>();

  private record Rated(Fault fault, double rate, Chance chance) {}

  /**
   * @param rates shares of the requests, 0 to 1, by names of the catalogue; those of endings add up
   *     to 1 at most
   * @param crashAt number of the request, from 1, in whose answer the process ends
   */
  public FaultPlan(long seed, Map<String, Double> rates, Severity severity, OptionalLong crashAt) {
    this.severity = severity;
    this.crashAt = crashAt;
    this.endingChance = new Chance(seed, "ending");
    for (Fault fault : FaultCatalogue.all()) {
      double rate = rates.getOrDefault(fault.name(), 0.0);
      if (rate > 0) {
        Rated rated = new Rated(fault, rate, new Chance(seed, fault.name()));
        (FaultCatalogue.exclusive(fault) ? endings : forms).add(rated);
      }
    }
  }

  /** Nobody is treated badly. */
  public static FaultPlan none() {
    return new FaultPlan(0, Map.of(), Severity.DEFAULT, OptionalLong.empty());
  }

  /** The sum of the rates of faults of which a request has one at most. */
  public static double endingRates(Map<String, Double> rates) {
    return Endings.ALL.stream().mapToDouble(fault -> rates.getOrDefault(fault.name(), 0.0)).sum();
  }

  /**
   * What happens to a request.
   *
   * @param arrival its number in the order of arrival, from 0
   */
  public Treatment at(long arrival) {
    List<Fault> struck = struck(arrival);
    if (struck.isEmpty()) {
      return Treatment.GOOD;
    }
    Conduct conduct = Conduct.GOOD;
    String outcome = Fault.OK;
    for (Fault fault : struck) {
      conduct = fault.applyTo(conduct, severity);
      outcome = outcome.equals(Fault.OK) ? fault.outcome() : outcome;
    }
    return new Treatment(
        struck.stream().map(Fault::name).toList(), outcome, conduct, severity.stall());
  }

  private List<Fault> struck(long arrival) {
    List<Fault> struck = new ArrayList<>();
    if (crashAt.isPresent() && crashAt.getAsLong() == arrival + 1) {
      struck.add(Endings.CRASH);
    } else if (!endings.isEmpty()) {
      double draw = endingChance.draw(arrival);
      for (Rated rated : endings) {
        draw -= rated.rate();
        if (draw < 0) {
          struck.add(rated.fault());
          break;
        }
      }
    }
    for (Rated rated : forms) {
      if (rated.chance().draw(arrival) < rated.rate()) {
        struck.add(rated.fault());
      }
    }
    return struck;
  }
}
