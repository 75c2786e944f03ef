package dev.sweepline.measure.server;

import dev.sweepline.measure.requests.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one engine said over time, parted into the lives of its server. A life ends where a counter
 * goes back or the server's start changes; in the next one all counters begin at 0.
 */
final class EngineSeries {
  /** Two starts of a server are further apart; less is another rounding of the same one. */
  static final double SAME_START_S = 1;

  private final List<Moment> moments;
  private final List<List<Moment>> lives;

  /**
   * @param moments in the order of time, one at least
   */
  EngineSeries(List<Moment> moments) {
    this.moments = moments;
    this.lives = lives(moments);
  }

  private static List<List<Moment>> lives(List<Moment> moments) {
    List<List<Moment>> lives = new ArrayList<>();
    int from = 0;
    Moment known = moments.get(0);
    for (int at = 1; at < moments.size(); at++) {
      Moment moment = moments.get(at);
      if (isNewLife(known, moment)) {
        lives.add(moments.subList(from, at));
        from = at;
        known = moment;
      } else {
        known = moment.after(known);
      }
    }
    lives.add(moments.subList(from, moments.size()));
    return lives;
  }

  private static boolean isNewLife(Moment known, Moment moment) {
    Quantity created = Quantity.CREATED_S;
    return Math.abs(moment.of(created) - known.of(created)) > SAME_START_S
        || Quantity.COUNTERS.stream().anyMatch(counter -> moment.of(counter) < known.of(counter));
  }

  List<Moment> moments() {
    return moments;
  }

  /** How often the server began anew. */
  int restarts() {
    return lives.size() - 1;
  }

  /**
   * From the last moment at or before a window to the first at or after it, as far as there are.
   */
  EngineSeries around(Window window) {
    int from = 0;
    while (from + 1 < moments.size() && moments.get(from + 1).atUs() <= window.fromUs()) {
      from++;
    }
    int to = moments.size();
    while (to - 1 > from && moments.get(to - 2).atUs() >= window.toUs()) {
      to--;
    }
    return new EngineSeries(moments.subList(from, to));
  }

  /** How much a counter grew; NaN when it was not seen twice. */
  double increase(Quantity counter) {
    double sum = 0;
    int seen = 0;
    for (int life = 0; life < lives.size(); life++) {
      double[] values = known(lives.get(life), counter);
      if (values.length > 0) {
        sum += values[values.length - 1] - (life == 0 ? values[0] : 0);
        seen += values.length;
      }
    }
    return seen > 1 ? sum : Double.NaN;
  }

  /** The mean of a gauge over the moments in a window; NaN when it is not known there. */
  double mean(Quantity gauge, Window window) {
    List<Moment> inside = moments.stream().filter(moment -> window.holds(moment.atUs())).toList();
    double[] values = known(inside, gauge);
    return Arrays.stream(values).sum() / values.length;
  }

  private static double[] known(List<Moment> moments, Quantity quantity) {
    return moments.stream()
        .mapToDouble(moment -> moment.of(quantity))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
