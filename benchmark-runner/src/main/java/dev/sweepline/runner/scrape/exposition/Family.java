package dev.sweepline.runner.scrape.exposition;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of the series of one family.
 *
 * @param name as in its {@code TYPE} line; OpenMetrics leaves a counter's {@code _total} out
 * @param type null when no line says it
 * @param unit null when no line says it
 * @param help null when no line says it
 */
public record Family(
    String name, @Nullable MetricType type, @Nullable String unit, @Nullable String help) {
  static Family named(String name) {
    return new Family(name, null, null, null);
  }

  Family withType(MetricType stated) {
    return new Family(name, stated, unit, help);
  }

  Family withUnit(String stated) {
    return new Family(name, type, stated, help);
  }

  Family withHelp(String stated) {
    return new Family(name, type, unit, stated);
  }
}
