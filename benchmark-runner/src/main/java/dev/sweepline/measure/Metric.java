package dev.sweepline.measure;

import java.util.List;

/**
 * A metric column.
 *
 * @param name of the column
 * @param unit as written in {@code docs/metrics.md}
 * @param definition one sentence
 */
public record Metric(String name, String unit, String definition) {
  /** Every metric column, in the order of the files. */
  public static final List<Metric> ALL = List.of();
}
