package dev.sweepline.analytics.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Equal parts of a run's time, from its start to a given end. */
final class TimeBins {
  /** More points than a chart of a page can show are of no use. */
  static final int MOST = 120;

  private static final double MICROS = 1e6;

  private final int count;
  private final double widthUs;

  /**
   * @param endUs of the last thing known, above 0
   * @param wanted bins, where {@link #MOST} allows
   */
  TimeBins(long endUs, int wanted) {
    this.count = Math.max(1, Math.min(MOST, wanted));
    this.widthUs = (double) endUs / count;
  }

  /** The middles, in seconds. */
  List<Double> seconds() {
    return IntStream.range(0, count).mapToObj(i -> (i + 0.5) * widthUs / MICROS).toList();
  }

  Gauge gauge() {
    return new Gauge();
  }

  Flow flow() {
    return new Flow();
  }

  private int bin(long us) {
    return (int) Math.max(0, Math.min(count - 1, Math.floor((double) us / widthUs)));
  }

  /** A level that is read now and then: the mean of the readings of each bin. */
  final class Gauge {
    private final double[] sums = new double[count];
    private final int[] readings = new int[count];

    void read(long us, double level) {
      sums[bin(us)] += level;
      readings[bin(us)]++;
    }

    List<@Nullable Double> means() {
      List<@Nullable Double> means = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        means.add(readings[i] == 0 ? null : (Double) (sums[i] / readings[i]));
      }
      return means;
    }
  }

  /** Amounts that come in over stretches of time, evenly in each. */
  final class Flow {
    private final double[] amounts = new double[count];
    private final boolean[] known = new boolean[count];

    void add(long fromUs, long toUs, double amount) {
      int first = bin(fromUs);
      int last = bin(toUs);
      Arrays.fill(known, first, last + 1, true);
      if (first == last) {
        amounts[first] += amount;
        return;
      }
      double from = (double) fromUs;
      double to = (double) toUs;
      double perUs = amount / (to - from);
      for (int i = first; i <= last; i++) {
        double begin = Math.max(from, i * widthUs);
        double end = i == last ? to : (i + 1) * widthUs;
        amounts[i] += (end - begin) * perUs;
      }
    }

    /** What came in each second. */
    List<@Nullable Double> perSecond() {
      List<@Nullable Double> rates = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rates.add(known[i] ? (Double) (amounts[i] / widthUs * MICROS) : null);
      }
      return rates;
    }
  }
}
