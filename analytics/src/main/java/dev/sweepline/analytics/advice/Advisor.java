package dev.sweepline.analytics.advice;

import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;
import java.util.stream.Stream;

/** Asks all rules. */
public final class Advisor {
  private Advisor() {}

  /** The advice of all rules: first what makes runs useless, then what to move, then targets. */
  public static List<Advice> advise(
      RunsTable runs, List<ParameterComparison> comparisons, Targets targets) {
    Observed observed = new Observed(runs, comparisons);
    return Stream.of(
            Stream.<AdviceRule>of(new VoidedRuns()),
            SettingRule.ALL.stream(),
            Stream.<AdviceRule>of(new MissedTargets(targets)))
        .flatMap(rules -> rules)
        .flatMap(rule -> rule.of(observed).stream())
        .toList();
  }
}
