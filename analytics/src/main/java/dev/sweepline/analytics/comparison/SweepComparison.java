package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a sweep: each metric is modelled once, whatever is asked of it. */
public final class SweepComparison {
  private final SweepRuns runs;
  private final List<String> parameters;
  private final Map<String, String> references;
  private final Look look;
  private final Map<ComparedMetric, MetricModels> models = new HashMap<>();

  /**
   * @param asked parameters that are compared whether they vary or not
   * @param references values that the others are held against, by parameter; for those that are not
   *     there the value with the most runs, the first of them in natural order
   * @param look which report of the sweep it is
   */
  public SweepComparison(
      SweepRuns runs, List<String> asked, Map<String, String> references, Look look) {
    this.runs = runs;
    this.look = look;
    this.references = Map.copyOf(references);
    List<String> varying = runs.varying();
    this.parameters =
        runs.configColumns().stream()
            .filter(column -> varying.contains(column) || asked.contains(column))
            .toList();
  }

  private MetricModels models(ComparedMetric metric) {
    return models.computeIfAbsent(
        metric, any -> MetricModels.of(UsableRuns.of(runs.rows(), any).rows(), parameters, any));
  }

  /** What one parameter of the server does to one metric. */
  public ParameterComparison parameter(String parameter, String metric) {
    ComparedMetric compared = runs.metric(metric);
    MetricModels found = models(compared);
    UsableRuns usable = UsableRuns.of(runs.rows(), compared);
    List<RunRow> known = withConfig();
    String against = reference(parameter, usable.rows().isEmpty() ? known : usable.rows());
    List<Effect> effects =
        against == null
            ? List.of()
            : Family.ofServer(found, parameters.indexOf(parameter), against)
                .judged(compared, found.scale(), look.levels());
    return new ParameterComparison(
        parameter,
        metric,
        compared.higherIsBetter(),
        found.scale() == Scale.LOG,
        against,
        new ValueSummaries(
                metric,
                row -> LoadPoint.of(row).name(),
                row -> StartValues.valueOf(row, parameter),
                row -> LoadPoint.of(row).name())
            .of(known, usable.rows(), effects),
        usable.rows().size(),
        usable.leftOut());
  }

  /** What one parameter of the client does to one metric, inside the starts. */
  public ParameterComparison client(ClientParameter parameter, String metric) {
    ComparedMetric compared = runs.metric(metric);
    MetricModels found = models(compared);
    UsableRuns usable = UsableRuns.of(runs.rows(), compared);
    String against = clientReference(parameter, found);
    List<Effect> effects =
        against == null
            ? List.of()
            : ClientFamily.of(found.starts(), parameter, against)
                .judged(compared, found.scale(), look.levels());
    return new ParameterComparison(
        parameter.column(),
        metric,
        compared.higherIsBetter(),
        found.scale() == Scale.LOG,
        against,
        new ValueSummaries(
                metric,
                row -> parameter.group(LoadPoint.of(row)),
                row -> parameter.value(LoadPoint.of(row)),
                row -> LoadPoint.of(row).name())
            .of(withConfig(), usable.rows(), effects),
        usable.rows().size(),
        usable.leftOut());
  }

  private @Nullable String clientReference(ClientParameter parameter, MetricModels found) {
    String stated = references.get(parameter.column());
    return stated != null
        ? stated
        : found.blocked().keySet().stream().map(parameter::value).findFirst().orElse(null);
  }

  /** What all parameters do to one metric, and which configurations are best by it. */
  public MetricFindings metric(String metric) {
    ComparedMetric compared = runs.metric(metric);
    MetricModels found = models(compared);
    UsableRuns usable = UsableRuns.of(runs.rows(), compared);
    Map<String, String> against = new HashMap<>();
    parameters.forEach(
        parameter -> {
          String value = reference(parameter, usable.rows());
          if (value != null) {
            against.put(parameter, value);
          }
        });
    List<BestSet> best = new ArrayList<>();
    List<MainEffect> effects = new ArrayList<>();
    found
        .blocked()
        .forEach(
            (load, model) -> {
              best.add(BestSet.of(load, found, model));
              for (int i = 0; i < parameters.size(); i++) {
                String value = against.get(parameters.get(i));
                if (value != null && !Family.values(model, i, value).isEmpty()) {
                  effects.add(MainEffect.of(load, found, model, i, value));
                }
              }
            });
    String dataset = clientReference(ClientParameter.DATASET, found);
    if (dataset != null) {
      against.put(ClientParameter.DATASET.column(), dataset);
    }
    return new MetricFindings(
        metric,
        found.scale() == Scale.LOG,
        usable.rows().size(),
        usable.leftOut(),
        List.copyOf(best),
        List.copyOf(effects),
        InteractionFamily.of(found, against, look.levels()));
  }

  /** All configurations at all loads by two metrics, each better in the given direction. */
  public ParetoSet pareto(String x, ParetoSet.Better xBetter, String y, ParetoSet.Better yBetter) {
    return ParetoSet.of(models(runs.metric(x, xBetter)), models(runs.metric(y, yBetter)));
  }

  /** The curve of a metric over the load, and up to where it meets a limit. */
  public List<HighestLoad> loads(String metric, @Nullable Double limit) {
    return HighestLoad.of(models(runs.metric(metric)), limit);
  }

  /** The best configurations, a list each load point. */
  public List<TopList> top(String metric, int size) {
    return TopList.of(models(runs.metric(metric)), size);
  }

  private List<RunRow> withConfig() {
    return runs.rows().stream().filter(row -> row.text(RunsTable.CONFIG_BASIS) != null).toList();
  }

  private @Nullable String reference(String parameter, List<RunRow> rows) {
    String stated = references.get(parameter);
    if (stated != null) {
      return stated;
    }
    Map<String, Integer> counts = new TreeMap<>(NaturalOrder.OF_TEXTS);
    rows.forEach(row -> counts.merge(StartValues.valueOf(row, parameter), 1, Integer::sum));
    return counts.entrySet().stream()
        .min(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
