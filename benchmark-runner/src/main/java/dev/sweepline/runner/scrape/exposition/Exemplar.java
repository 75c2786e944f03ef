package dev.sweepline.runner.scrape.exposition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One observation that stands for those that a series counts.
 *
 * @param labels such as a trace id
 * @param value of the observation
 * @param timestampS UNIX seconds; null when it is not given
 */
public record Exemplar(Map<String, String> labels, double value, @Nullable Double timestampS) {
  public Exemplar {
    labels = Map.copyOf(labels);
  }
}
