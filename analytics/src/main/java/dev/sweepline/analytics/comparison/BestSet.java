package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configurations that are not shown to be worse than the best one seen: one-sided t against it,
 * Holm at 0.04, which keeps the true best in 95 % and more.
 *
 * @param load the load point
 * @param best settings that vary and their values, of the best one seen
 * @param mean of the metric over its starts
 * @param kept configurations in the set, the best one included
 * @param cells configurations in all
 */
public record BestSet(String load, Map<String, String> best, double mean, int kept, int cells) {
  private static final double ALPHA = 0.04;

  /** One set a load point; none where no run can be used. */
  public static List<BestSet> of(RunsTable runs, String metric) {
    ComparedMetric compared = ComparedMetric.of(metric);
    List<RunRow> usable = UsableRuns.of(runs.rows(), compared).rows();
    List<String> parameters =
        runs.names(RunColumn.Group.CONFIG).stream()
            .filter(
                column ->
                    usable.stream().map(row -> StartValues.valueOf(row, column)).distinct().count()
                        > 1)
            .toList();
    StartValues starts = StartValues.of(usable, parameters, compared);
    List<BestSet> sets = new ArrayList<>();
    starts
        .byLoad()
        .forEach(
            (load, values) ->
                sets.add(
                    of(
                        load,
                        new StartModel(values, starts.scale()),
                        parameters,
                        compared,
                        starts.scale())));
    return sets;
  }

  static BestSet of(
      String load, StartModel model, List<String> parameters, ComparedMetric metric, Scale scale) {
    Cell best =
        model.cells().stream()
            .max(Comparator.comparingDouble(cell -> metric.direction() * level(model, cell)))
            .orElseThrow();
    List<Double> known = new ArrayList<>();
    int untested = 0;
    for (Cell cell : model.cells()) {
      Double p = cell.equals(best) ? null : worse(model, best, cell, metric);
      if (p != null) {
        known.add(p);
      } else {
        untested++;
      }
    }
    int kept = untested;
    for (double adjusted : Holm.adjust(known)) {
      kept += adjusted > ALPHA ? 1 : 0;
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      settings.put(parameters.get(i), best.at(i));
    }
    return new BestSet(load, settings, scale.shown(level(model, best)), kept, model.cells().size());
  }

  private static double level(StartModel model, Cell cell) {
    return model.level(new Contrast(Map.of(cell, 1.0)));
  }

  /** One-sided p of a cell being no worse than the best one seen. */
  private static @Nullable Double worse(
      StartModel model, Cell best, Cell cell, ComparedMetric metric) {
    Estimate estimate = model.estimate(new Contrast(Map.of(best, 1.0, cell, -1.0)));
    Double twoSided = estimate.p();
    if (twoSided == null) {
      return null;
    }
    return metric.direction() * estimate.value() > 0 ? twoSided / 2 : 1 - twoSided / 2;
  }

  /** Whether one configuration stands alone. */
  public boolean isSettled() {
    return kept == 1 && cells > 1;
  }
}
