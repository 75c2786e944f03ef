package dev.sweepline.generator.sweep.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Axes that only some points have.
 *
 * @param match which points
 * @param dimensions that they vary in
 */
record Condition(Match match, List<Dimension> dimensions) {
  Condition {
    dimensions = List.copyOf(dimensions);
  }

  @JsonCreator
  static Condition of(
      @JsonProperty("if") @Nullable Match match,
      @JsonProperty("axes") @Nullable LinkedHashMap<String, Levels> axes,
      @JsonProperty("zipped") @Nullable List<LinkedHashMap<String, Levels>> zipped) {
    if (match == null) {
      throw new IllegalArgumentException("if must say where the axes count");
    }
    List<Dimension> dimensions =
        Dimension.all(axes == null ? Map.of() : axes, zipped == null ? List.of() : zipped);
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("must have axes, or zipped ones");
    }
    return new Condition(match, dimensions);
  }
}
