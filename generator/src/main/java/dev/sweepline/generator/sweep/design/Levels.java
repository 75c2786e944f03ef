package dev.sweepline.generator.sweep.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The values that an axis takes, in order, each once.
 *
 * @param values strings, numbers or booleans
 */
record Levels(List<Object> values) {
  Levels {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("must have a level");
    }
    if (new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException("a level stands twice in " + values);
    }
  }

  /** From a list of levels, or a mapping with {@code from}, {@code to} and a step or factor. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Levels of(Object written) {
    if (written instanceof List<?> list) {
      return new Levels(list.stream().map(Scalars::checked).toList());
    }
    if (written instanceof Map<?, ?> range) {
      return new Levels(NumberRange.of(range).values());
    }
    throw new IllegalArgumentException(
        "must be a list of levels or {from, to, step}, got: " + written);
  }
}
