package dev.sweepline.analytics.report;

import dev.sweepline.analytics.advice.Advice;
import dev.sweepline.analytics.comparison.BestSet;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.SweepFindings;
import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.experiment.Experiment;
import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.series.RunSeries;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Yardstick;
import java.util.List;

/**
 * All that the outputs are made of.
 *
 * @param table {@code runs}: all runs of the warehouse
 * @param experiments all that are planned or have runs
 * @param rejects input that became no row
 * @param skipped files that were not read, each with its reason
 * @param configs where configurations of foreign runs were looked for
 * @param metric that the answer is about
 * @param best configurations, a set each load point
 * @param comparisons that were asked for
 * @param findings what else the sweep says, by every metric that was asked for
 * @param warehouse where the tables are
 * @param yardstick what the runs were judged by
 * @param advice of all rules
 * @param series runs over their time, for pages
 */
public record ReportFacts(
    RunsTable table,
    List<Experiment> experiments,
    List<Reject> rejects,
    List<String> skipped,
    ConfigCatalog configs,
    String metric,
    List<BestSet> best,
    List<ParameterComparison> comparisons,
    SweepFindings findings,
    String warehouse,
    Yardstick yardstick,
    List<Advice> advice,
    List<RunSeries> series) {
  public ReportFacts {
    experiments = List.copyOf(experiments);
    rejects = List.copyOf(rejects);
    skipped = List.copyOf(skipped);
    best = List.copyOf(best);
    comparisons = List.copyOf(comparisons);
    advice = List.copyOf(advice);
    series = List.copyOf(series);
  }

  /** What is best and how sure, or why nothing can be said. */
  public Answer answer() {
    return Answer.of(this);
  }
}
