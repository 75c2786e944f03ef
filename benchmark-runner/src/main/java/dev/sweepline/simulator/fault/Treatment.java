package dev.sweepline.simulator.fault;

import java.time.Duration;
import java.util.List;

/**
 * What a request gets.
 *
 * @param faults names, none for good manners
 * @param outcome what the truth log calls its end, should nothing else come between
 * @param stall how long it stands still when it stalls; zero for until the client leaves
 */
public record Treatment(List<String> faults, String outcome, Conduct conduct, Duration stall) {
  /** Good manners. */
  public static final Treatment GOOD =
      new Treatment(List.of(), Fault.OK, Conduct.GOOD, Duration.ZERO);

  public Treatment {
    faults = List.copyOf(faults);
  }
}
