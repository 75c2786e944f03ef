package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.ClientParameter;
import dev.sweepline.analytics.comparison.Look;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code aggregate} is asked of the sweep. */
final class ComparisonOptions {
  @Option(
      names = "--compare-param",
      paramLabel = "KEY",
      description = "Compare the values of a configuration key; repeatable.")
  private List<String> compareParams = List.of();

  @Option(
      names = "--metric",
      paramLabel = "COLUMN",
      description =
          "What to compare by; repeatable, the first is that of the answer (default:"
              + " steady_tokens_per_sec; throughput_tokens_per_sec when all results are foreign).")
  private List<String> metrics = List.of();

  @Option(
      names = "--reference",
      paramLabel = "VALUE",
      description =
          "Value that the others are held against, or KEY=VALUE; repeatable (default: the most used"
              + " one).")
  private List<String> references = List.of();

  @Option(
      names = "--by",
      paramLabel = "load|dataset",
      description = "Compare loads or datasets, inside each server start; repeatable.")
  private List<ClientParameter> by = List.of();

  @Option(
      names = "--define",
      paramLabel = "NAME=SQL",
      description =
          "A metric of your own over the columns of runs; NAME:min where less is better;"
              + " repeatable.")
  private List<String> definitions = List.of();

  @Option(
      names = "--pareto",
      paramLabel = "X:max,Y:min",
      description = "Which configurations are best in two columns at once; repeatable.")
  private List<String> pareto = List.of();

  @Option(
      names = "--limit",
      paramLabel = "COLUMN<=N",
      description = "Up to which load each configuration keeps within a limit; repeatable.")
  private List<String> limits = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "List the N best by each --metric, and who cannot be told apart.")
  private @Nullable Integer top;

  @Option(
      names = "--look",
      paramLabel = "only|first|second",
      description =
          "Which report of the sweep this is: the first of two before starts are added, the second"
              + " after (default: only; first with --suggest).")
  private @Nullable Look look;

  @Option(
      names = "--suggest",
      paramLabel = "FILE",
      description = "Write a sweep for the next round, for config --sweep.")
  private @Nullable Path suggest;

  @Option(
      names = "--budget-runs",
      paramLabel = "N",
      defaultValue = "200",
      description = "Most runs of the suggested sweep (default: ${DEFAULT-VALUE}).")
  private int budgetRuns = 200;

  ComparisonRequest request() {
    return new ComparisonRequest(
        compareParams,
        metrics,
        references,
        by,
        definitions,
        pareto,
        limits,
        top,
        look != null ? look : suggest == null ? Look.ONLY : Look.FIRST,
        suggest,
        budgetRuns);
  }
}
