package dev.sweepline.generator.sweep.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * As many points as are asked for, in each dimension spread evenly over its levels: the levels are
 * as often as each other, up to one. Excluded points are left out, equal ones may occur.
 *
 * @param points how many
 * @param seed same seed, same points
 */
record LatinHypercube(int points, long seed) implements Sampler {
  @Override
  public List<Map<String, Object>> points(Space space) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> columns = new ArrayList<>();
    for (Dimension dimension : space.allDimensions()) {
      columns.add(column(dimension.rows().size(), random));
    }
    return IntStream.range(0, points)
        .mapToObj(point -> space.at(columns.stream().mapToInt(it -> it[point]).toArray()))
        .filter(space::allows)
        .toList();
  }

  /** The middle of each of as many equal strata as there are points, in random order. */
  private int[] column(int levels, SplittableRandom random) {
    int[] column =
        IntStream.range(0, points)
            .map(i -> (int) ((2L * i + 1) * levels / (2L * points)))
            .toArray();
    for (int i = points - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = column[i];
      column[i] = column[other];
      column[other] = kept;
    }
    return column;
  }
}
