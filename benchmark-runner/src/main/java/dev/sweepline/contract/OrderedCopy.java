package dev.sweepline.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Immutable copies of maps that keep the order of their keys, so that files are reproducible. */
final class OrderedCopy {
  private OrderedCopy() {}

  static <K, V extends @Nullable Object> Map<K, V> of(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
