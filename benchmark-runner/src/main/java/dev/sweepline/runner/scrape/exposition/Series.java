package dev.sweepline.runner.scrape.exposition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line with a value.
 *
 * @param name with its suffix, such as {@code _bucket} or {@code _total}
 * @param labels in the order of the page, without escapes
 * @param value may be NaN or infinite
 * @param timestampS UNIX seconds; null when it is not given
 * @param exemplar null when there is none
 */
public record Series(
    String name,
    Map<String, String> labels,
    double value,
    @Nullable Double timestampS,
    @Nullable Exemplar exemplar) {
  public Series {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /** The value of a label; null when the series does not have it. */
  public @Nullable String label(String label) {
    return labels.get(label);
  }
}
