package dev.sweepline.measure.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One moment of each engine, close together in time: all endpoints asked once.
 *
 * @param moments one of each engine
 */
record Round(List<Moment> moments) {
  private record Said(int engine, Moment moment) {
    static final Comparator<Said> BY_TIME =
        Comparator.comparingLong((Said said) -> said.moment().atUs())
            .thenComparingInt(Said::engine);
  }

  Round {
    moments = List.copyOf(moments);
  }

  /**
   * The rounds of a run, in the order of time. A round in which an engine is missing, because its
   * endpoint was slow or gone, is left out: a sum over the others would be too small.
   */
  static List<Round> of(List<EngineSeries> engines) {
    List<Round> rounds = new ArrayList<>();
    List<Moment> open = new ArrayList<>();
    List<Integer> present = new ArrayList<>();
    for (Said said : byTime(engines)) {
      if (present.contains(said.engine())) {
        open.clear();
        present.clear();
      }
      open.add(said.moment());
      present.add(said.engine());
      if (present.size() == engines.size()) {
        rounds.add(new Round(open));
        open.clear();
        present.clear();
      }
    }
    return rounds;
  }

  private static List<Said> byTime(List<EngineSeries> engines) {
    List<Said> all = new ArrayList<>();
    for (int engine = 0; engine < engines.size(); engine++) {
      for (Moment moment : engines.get(engine).moments()) {
        all.add(new Said(engine, moment));
      }
    }
    all.sort(Said.BY_TIME);
    return all;
  }

  /** Half way between its first and its last moment. */
  long atUs() {
    long first = moments.get(0).atUs();
    return first + (moments.get(moments.size() - 1).atUs() - first) / 2;
  }

  /** Over all engines; NaN when one of them does not tell. */
  double sum(Quantity gauge) {
    return moments.stream().mapToDouble(moment -> moment.of(gauge)).sum();
  }

  /** Likewise. */
  double mean(Quantity gauge) {
    return sum(gauge) / moments.size();
  }
}
