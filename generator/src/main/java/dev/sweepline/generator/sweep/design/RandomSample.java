package dev.sweepline.generator.sweep.design;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Different points, each dimension drawn evenly.
 *
 * @param points how many
 * @param seed same seed, same points
 */
record RandomSample(int points, long seed) implements Sampler {
  /** Enough to find the last of 1,000 points that are there with near certainty. */
  private static final int TRIES_PER_POINT = 100;

  @Override
  public List<Map<String, Object>> points(Space space) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Dimension> dimensions = space.allDimensions();
    Set<Map<String, Object>> found = new LinkedHashSet<>();
    for (long tries = (long) points * TRIES_PER_POINT; found.size() < points; tries--) {
      if (tries == 0) {
        throw new IllegalArgumentException(
            "points: %d are asked for, only %d different ones were found"
                .formatted(points, found.size()));
      }
      int[] rows = dimensions.stream().mapToInt(it -> random.nextInt(it.rows().size())).toArray();
      Map<String, Object> levels = space.at(rows);
      if (space.allows(levels)) {
        found.add(levels);
      }
    }
    return List.copyOf(found);
  }
}
