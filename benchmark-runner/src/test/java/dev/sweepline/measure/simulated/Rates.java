package dev.sweepline.measure.simulated;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How often the rules are right. */
public final class Rates {
  static final int SEEDS = 40;
  static final List<Rate> ALL = RuleCases.ALL.stream().map(Rates::of).toList();

  private Rates() {}

  /**
   * A rule's record.
   *
   * @param rule both ways
   * @param found runs of the fault that it found
   * @param accused healthy runs that it accused
   */
  record Rate(RuleCase rule, long found, long accused) {}

  /** A section of {@code docs/verdicts.md}. */
  public static String page() {
    return """

        ## How often the rules are right

        Each rule on %d simulated runs (seeds 0 to %d) of the kind that it is for, and on as many
        of a healthy kind that looks near it. The tests hold these rates, and that of all healthy
        kinds together no more than 1 %% is accused of anything.

        | code | what it is for | found | a healthy run that looks near it | accused |
        | --- | --- | --- | --- | --- |
        """
            .formatted(SEEDS, SEEDS - 1)
        + ALL.stream().map(Rates::row).collect(Collectors.joining());
  }

  private static String row(Rate rate) {
    RuleCase rule = rate.rule();
    return "| `%s` | %s | %d of %d | %s | %d of %d |\n"
        .formatted(
            rule.code(),
            rule.fault().name(),
            rate.found(),
            SEEDS,
            rule.near().name(),
            rate.accused(),
            SEEDS);
  }

  private static Rate of(RuleCase rule) {
    return new Rate(rule, runs(rule.fault(), rule.code()), runs(rule.near(), rule.code()));
  }

  private static long runs(Scenario scenario, String code) {
    return LongStream.range(0, SEEDS).filter(seed -> scenario.codes(seed).contains(code)).count();
  }
}
