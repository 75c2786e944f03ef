package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configurations that are not shown to be worse than the best one seen: one-sided t against it,
 * Holm at 0.04, which keeps the true best in 95 % and more.
 *
 * @param load the load point
 * @param best settings that vary and their values, of the best one seen
 * @param mean of the metric over its starts
 * @param kept configurations in the set, the best one included
 * @param cells configurations in all
 * @param members the set, the best one first
 */
public record BestSet(
    String load,
    Map<String, String> best,
    double mean,
    int kept,
    int cells,
    List<Configuration> members) {
  private static final double ALPHA = 0.04;

  static BestSet of(LoadPoint load, MetricModels models, StartModel model) {
    Cell best = best(model, models.metric());
    Set<Cell> worse = worse(model, best, models.metric());
    List<Configuration> members = new ArrayList<>();
    members.add(Configuration.of(models.parameters(), best));
    for (Cell cell : model.cells()) {
      if (!cell.equals(best) && !worse.contains(cell)) {
        members.add(Configuration.of(models.parameters(), cell));
      }
    }
    return new BestSet(
        load.name(),
        members.get(0).settings(),
        models.scale().shown(model.level(Contrast.of(best))),
        members.size(),
        model.cells().size(),
        List.copyOf(members));
  }

  static Cell best(StartModel model, ComparedMetric metric) {
    return model.cells().stream()
        .max(
            Comparator.comparingDouble(cell -> metric.direction() * model.level(Contrast.of(cell))))
        .orElseThrow();
  }

  /** The cells that are shown to be worse than the best one seen. */
  private static Set<Cell> worse(StartModel model, Cell best, ComparedMetric metric) {
    List<Cell> tested = new ArrayList<>();
    List<Double> ps = new ArrayList<>();
    for (Cell cell : model.cells()) {
      Double p =
          cell.equals(best)
              ? null
              : model.estimate(Contrast.between(best, cell)).pUpper(metric.direction());
      if (p != null) {
        tested.add(cell);
        ps.add(p);
      }
    }
    double[] adjusted = Holm.adjust(ps);
    Set<Cell> worse = new HashSet<>();
    for (int i = 0; i < tested.size(); i++) {
      if (adjusted[i] <= ALPHA) {
        worse.add(tested.get(i));
      }
    }
    return worse;
  }

  /** Whether one configuration stands alone. */
  public boolean isSettled() {
    return kept == 1 && cells > 1;
  }
}
