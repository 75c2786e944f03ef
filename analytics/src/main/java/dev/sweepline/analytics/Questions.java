package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.HighestLoad;
import dev.sweepline.analytics.comparison.MetricFindings;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.ParetoSet;
import dev.sweepline.analytics.comparison.SweepComparison;
import dev.sweepline.analytics.comparison.SweepFindings;
import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.analytics.comparison.TopList;
import dev.sweepline.analytics.suggest.SuggestedSweep;
import dev.sweepline.analytics.suggest.SweepYaml;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.cli.WholeFile;
import dev.sweepline.measure.Slo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a sweep, checked against its runs.
 *
 * @param asked as it was typed
 * @param runs with the metrics that were defined
 * @param parameters columns of configuration keys
 * @param metrics columns; the first is that of the answer
 * @param pareto pairs of columns
 * @param limits of columns
 */
record Questions(
    ComparisonRequest asked,
    SweepRuns runs,
    List<String> parameters,
    List<String> metrics,
    List<ParetoQuestion> pareto,
    List<LimitQuestion> limits) {
  private static final String OWN_METRIC = "steady_tokens_per_sec";
  private static final String FOREIGN_METRIC = "throughput_tokens_per_sec";
  private static final String PER_GPU = "_per_gpu";
  private static final String WAIT = "ttft_p95";
  private static final String PACE = "tpot_p95";

  /**
   * @throws dev.sweepline.contract.UserError when a name is none of the table's, exit code 2
   */
  static Questions of(ComparisonRequest asked, SweepRuns runs, OwnRuns ownRuns) {
    KnownColumns keys =
        new KnownColumns(
            "--compare-param",
            runs.configColumns(),
            "no configuration of a run that was read states it");
    KnownColumns columns =
        new KnownColumns("--metric", runs.metrics(), "no metric that runs can be compared by");
    List<String> metrics =
        asked.metrics().isEmpty()
            ? List.of(ownRuns == OwnRuns.PRESENT ? OWN_METRIC : FOREIGN_METRIC)
            : asked.metrics().stream().map(name -> columns.known(name, name)).toList();
    return new Questions(
        asked,
        runs,
        asked.parameters().stream()
            .map(key -> keys.known(key, RunsTable.configColumn(key)))
            .toList(),
        metrics,
        asked.pareto().stream().map(text -> ParetoQuestion.parse(text, runs)).toList(),
        asked.limits().stream().map(text -> LimitQuestion.parse(text, runs)).toList());
  }

  /** Whether there are runs of this project among the input. */
  enum OwnRuns {
    PRESENT,
    ABSENT
  }

  /** The metric that the answer is about. */
  String metric() {
    return metrics.get(0);
  }

  SweepComparison sweep() {
    return new SweepComparison(
        runs, parameters, References.of(asked, runs, parameters), asked.look());
  }

  List<ParameterComparison> comparisons(SweepComparison sweep) {
    List<ParameterComparison> comparisons = new ArrayList<>();
    for (String metric : metrics) {
      parameters.forEach(parameter -> comparisons.add(sweep.parameter(parameter, metric)));
      asked.by().forEach(parameter -> comparisons.add(sweep.client(parameter, metric)));
    }
    return comparisons;
  }

  /**
   * @param slo limits of the answers, for those that were not typed
   */
  SweepFindings findings(SweepComparison sweep, Slo slo) {
    List<TopList> top = new ArrayList<>();
    if (asked.top() != null) {
      metrics.forEach(metric -> top.addAll(sweep.top(metric, asked.top())));
    }
    return new SweepFindings(
        asked.look(),
        metrics.stream().map(sweep::metric).toList(),
        paretoSets(sweep),
        loads(sweep, slo),
        top);
  }

  /** Writes the next round's sweep where one was asked for. */
  void suggest(MetricFindings findings, List<ParameterComparison> comparisons) {
    Path file = asked.suggest();
    if (file != null) {
      SuggestedSweep next = SuggestedSweep.of(runs, findings, comparisons, asked.budgetRuns());
      WholeFile.write(file, SweepYaml.of(next, runs.configColumns()));
    }
  }

  private List<ParetoSet> paretoSets(SweepComparison sweep) {
    if (pareto.isEmpty()) {
      String throughput = metric() + PER_GPU;
      return runs.metrics().contains(throughput)
          ? List.of(sweep.pareto(throughput, ParetoSet.Better.HIGHER, WAIT, ParetoSet.Better.LOWER))
          : List.of();
    }
    return pareto.stream()
        .map(pair -> sweep.pareto(pair.x(), pair.xBetter(), pair.y(), pair.yBetter()))
        .toList();
  }

  private List<HighestLoad> loads(SweepComparison sweep, Slo slo) {
    List<HighestLoad> loads = new ArrayList<>();
    if (limits.isEmpty()) {
      addLimit(loads, sweep, WAIT, slo.ttftMs());
      addLimit(loads, sweep, PACE, slo.tpotMs());
    }
    limits.forEach(limit -> loads.addAll(sweep.loads(limit.metric(), limit.value())));
    return loads;
  }

  private static void addLimit(
      List<HighestLoad> loads, SweepComparison sweep, String metric, @Nullable Double limit) {
    if (limit != null) {
      loads.addAll(sweep.loads(metric, limit));
    }
  }
}
