package dev.sweepline.simulator;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.fault.Chance;
import dev.sweepline.simulator.fault.FaultCatalogue;
import dev.sweepline.simulator.fault.FaultPlan;
import dev.sweepline.simulator.fault.Severity;
import dev.sweepline.simulator.server.MetricsFaults;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the options of misbehaviour amount to.
 *
 * @param turnedAway which connections, by their number, are closed at once
 */
record FaultSettings(FaultPlan plan, LongPredicate turnedAway, MetricsFaults metrics) {
  private static final String OPTION = "--fault";
  private static final String FAIL = "error_500";
  private static final String EMPTY = "empty";

  /** Sums of decimal fractions are not exact. */
  private static final double ROUNDING = 1e-9;

  /**
   * Draws the plan of it.
   *
   * @throws UserError for a fault that is not known, or shares that are none
   */
  static FaultSettings of(FaultOptions options, long seed) {
    Severity severity =
        new Severity(
            Seconds.of(options.stallSeconds),
            Seconds.ofMillis(options.slowHeadMs),
            options.tokensPerEvent);
    return new FaultSettings(
        new FaultPlan(seed, shares(options), severity, optional(options.crashAfter)),
        share(seed, "turn away", options.turnAwayRate),
        new MetricsFaults(
            Seconds.ofMillis(options.metricsDelayMs),
            share(seed, "metrics", options.metricsFailRate),
            optional(options.metricsResetAfter)));
  }

  private static Map<String, Double> shares(FaultOptions options) {
    Map<String, Double> shares = new LinkedHashMap<>();
    options.shares.forEach(
        (name, share) -> {
          OptionRules.share(OPTION + " " + known(name), share);
          shares.put(name, share);
        });
    shares.merge(FAIL, options.failRate, Double::sum);
    shares.merge(EMPTY, options.emptyRate, Double::sum);
    double endings = FaultPlan.endingRates(shares);
    if (endings > 1 + ROUNDING) {
      throw new UserError(
          ExitCode.USAGE,
          "%s: the shares of faults that end a request must add up to 1 at most, got: %s"
              .formatted(OPTION, endings));
    }
    return shares;
  }

  private static String known(String name) {
    if (FaultCatalogue.find(name).isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "%s: no fault is named %s%s"
              .formatted(
                  OPTION,
                  name,
                  NearestName.of(name, FaultCatalogue.names())
                      .map("; did you mean %s?"::formatted)
                      .orElse(" (see --list-faults)")));
    }
    return name;
  }

  private static LongPredicate share(long seed, String name, double rate) {
    Chance chance = new Chance(seed, name);
    return number -> chance.draw(number) < rate;
  }

  static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
