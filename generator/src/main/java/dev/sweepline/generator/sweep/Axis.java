package dev.sweepline.generator.sweep;

import java.util.HashSet;
import java.util.List;

/**
 * A key and the levels that a sweep gives it, in order, each once.
 *
 * @param key as it is written in a configuration
 * @param levels strings, numbers or booleans
 */
record Axis(String key, List<Object> levels) {
  Axis {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException(key + ": must have a level");
    }
    if (new HashSet<>(levels).size() != levels.size()) {
      throw new IllegalArgumentException(key + ": a level stands twice in " + levels);
    }
  }
}
