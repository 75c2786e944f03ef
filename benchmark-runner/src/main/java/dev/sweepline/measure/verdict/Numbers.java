package dev.sweepline.measure.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named numbers behind a finding. One that is not finite says nothing and is left out. */
final class Numbers {
  static final Numbers NONE = new Numbers(Map.of());

  private final Map<String, Double> values;

  private Numbers(Map<String, Double> values) {
    this.values = values;
  }

  Numbers and(String name, double value) {
    if (!Double.isFinite(value)) {
      return this;
    }
    Map<String, Double> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Numbers(more);
  }

  Numbers and(String name, long value) {
    return and(name, (double) value);
  }

  Numbers and(Numbers others) {
    Map<String, Double> more = new LinkedHashMap<>(values);
    more.putAll(others.values);
    return new Numbers(more);
  }

  static Numbers of(String name, double value) {
    return NONE.and(name, value);
  }

  static Numbers of(String name, long value) {
    return NONE.and(name, value);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Map<String, Double> toMap() {
    return Collections.unmodifiableMap(values);
  }
}
