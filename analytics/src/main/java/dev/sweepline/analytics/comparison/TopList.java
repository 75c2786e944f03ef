package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best configurations of a load point by a metric.
 *
 * @param load the load point
 * @param metric its column
 * @param entries the best first
 * @param cells configurations in all
 */
public record TopList(String load, String metric, List<Entry> entries, int cells) {
  private static final double ALPHA = 0.05;
  private static final double COVERAGE = 0.95;

  /**
   * A place.
   *
   * @param rank from 1
   * @param configuration settings that vary and their values
   * @param starts behind it
   * @param mean of the metric
   * @param interval95 of the mean; null without a start variance
   * @param sameAs ranks of the entries that it cannot be told apart from: Holm over every pair of
   *     the load point's configurations, because who is listed was chosen by looking
   */
  public record Entry(
      int rank,
      Configuration configuration,
      int starts,
      double mean,
      @Nullable Interval interval95,
      List<Integer> sameAs) {}

  static List<TopList> of(MetricModels models, int size) {
    List<TopList> lists = new ArrayList<>();
    models
        .blocked()
        .forEach(
            (load, model) -> {
              StartModel plain = models.plain().get(load);
              if (plain != null) {
                lists.add(of(load, models, model, plain, size));
              }
            });
    return lists;
  }

  private static TopList of(
      LoadPoint load, MetricModels models, StartModel model, StartModel plain, int size) {
    List<Cell> best =
        model.cells().stream()
            .sorted(
                Comparator.comparingDouble(
                    cell -> -models.metric().direction() * model.level(Contrast.of(cell))))
            .limit(size)
            .toList();
    List<List<Integer>> same = notToldApart(model, best);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      Estimate mean = plain.estimate(Contrast.of(best.get(i)));
      Interval interval = mean.interval(COVERAGE);
      entries.add(
          new Entry(
              i + 1,
              Configuration.of(models.parameters(), best.get(i)),
              plain.starts(best.get(i)),
              models.scale().shown(mean.value()),
              interval == null ? null : interval.shown(models.scale()),
              same.get(i)));
    }
    return new TopList(load.name(), models.metric().name(), entries, model.cells().size());
  }

  private static List<List<Integer>> notToldApart(StartModel model, List<Cell> best) {
    int cells = model.cells().size();
    List<Double> ps = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        Double p = model.estimate(Contrast.between(best.get(i), best.get(j))).p();
        ps.add(p == null ? 1.0 : p);
        pairs.add(new int[] {i, j});
      }
    }
    double[] adjusted = Holm.adjust(ps, cells * (cells - 1) / 2);
    List<List<Integer>> same = new ArrayList<>();
    best.forEach(cell -> same.add(new ArrayList<>()));
    for (int k = 0; k < adjusted.length; k++) {
      if (adjusted[k] >= ALPHA) {
        same.get(pairs.get(k)[0]).add(pairs.get(k)[1] + 1);
        same.get(pairs.get(k)[1]).add(pairs.get(k)[0] + 1);
      }
    }
    return same;
  }
}
