package dev.sweepline.analytics.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down adjustment of the p values of one family. */
final class Holm {
  private Holm() {}

  /** The adjusted values, in the order of the given ones. */
  static double[] adjust(List<Double> ps) {
    return adjust(ps, ps.size());
  }

  /** Likewise, where the family is larger than what is given of it. */
  static double[] adjust(List<Double> ps, int familySize) {
    int[] order =
        IntStream.range(0, ps.size())
            .boxed()
            .sorted(Comparator.comparingDouble(ps::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[ps.size()];
    double high = 0;
    for (int rank = 0; rank < order.length; rank++) {
      high = Math.max(high, Math.min(1, (familySize - rank) * ps.get(order[rank])));
      adjusted[order[rank]] = high;
    }
    return adjusted;
  }
}
