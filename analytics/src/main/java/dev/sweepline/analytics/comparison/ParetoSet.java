package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All configurations at all loads by two metrics.
 *
 * @param x column of the first metric
 * @param xBetter which way it is better
 * @param y column of the second metric
 * @param yBetter which way it is better
 * @param points in order of loads and configurations
 */
public record ParetoSet(
    String x, Better xBetter, String y, Better yBetter, List<ParetoPoint> points) {
  private static final double ALPHA = 0.05;

  /** Which way a metric is better. */
  public enum Better {
    HIGHER,
    LOWER
  }

  /** A cell at a load. */
  private record Place(LoadPoint load, Cell cell) {}

  static ParetoSet of(MetricModels x, MetricModels y) {
    List<Place> places = new ArrayList<>();
    x.blocked()
        .forEach(
            (load, model) -> {
              StartModel other = y.blocked().get(load);
              model.cells().stream()
                  .filter(cell -> other != null && other.has(cell))
                  .forEach(cell -> places.add(new Place(load, cell)));
            });
    ParetoAxis first = new ParetoAxis(x);
    ParetoAxis second = new ParetoAxis(y);
    for (Place place : places) {
      first.add(place.load(), place.cell());
      second.add(place.load(), place.cell());
    }
    List<ParetoPoint> points = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      points.add(point(places, first, second, i, x.parameters()));
    }
    return new ParetoSet(
        x.metric().name(), better(x.metric()), y.metric().name(), better(y.metric()), points);
  }

  private static Better better(ComparedMetric metric) {
    return metric.higherIsBetter() ? Better.HIGHER : Better.LOWER;
  }

  private static ParetoPoint point(
      List<Place> places, ParetoAxis x, ParetoAxis y, int i, List<String> parameters) {
    boolean onLine = true;
    boolean front = true;
    double proof = 1;
    Integer by = null;
    for (int j = 0; j < places.size(); j++) {
      if (i == j) {
        continue;
      }
      double dx = x.advantage(j, i);
      double dy = y.advantage(j, i);
      onLine &= dx < 0 || dy < 0 || dx + dy <= 0;
      // An advantage below 0 has a p above 0.5: it cannot be a surer proof than one below that.
      if (proof > 0.5 || (dx > 0 && dy > 0)) {
        double p = Math.max(x.p(j, i), y.p(j, i));
        if (p < proof) {
          proof = p;
          by = j;
        }
      }
      front = front && Math.min(x.p(i, j), y.p(i, j)) <= ALPHA / 2;
    }
    Place place = places.get(i);
    Place other = by == null ? null : places.get(by);
    return new ParetoPoint(
        place.load().name(),
        Configuration.of(parameters, place.cell()),
        x.value(i),
        y.value(i),
        state(proof < ALPHA / (places.size() - 1), onLine, front),
        onLine,
        proof,
        dominator(other, parameters));
  }

  private static ParetoPoint.@Nullable Dominator dominator(
      @Nullable Place place, List<String> parameters) {
    return place == null
        ? null
        : new ParetoPoint.Dominator(
            place.load().name(), Configuration.of(parameters, place.cell()));
  }

  private static ParetoPoint.State state(boolean dominated, boolean onLine, boolean front) {
    if (dominated) {
      return ParetoPoint.State.DOMINATED;
    }
    if (!onLine) {
      return ParetoPoint.State.POSSIBLY_ON_THE_FRONT;
    }
    return front ? ParetoPoint.State.ON_THE_FRONT : ParetoPoint.State.POSSIBLY_DOMINATED;
  }
}
