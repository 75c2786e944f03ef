package dev.sweepline.measure;

import dev.sweepline.measure.verdict.Family;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A metric column.
 *
 * @param name of the column
 * @param unit as written in {@code docs/metrics.md}
 * @param families a reason that voids any of them voids the metric; empty for one that is never
 *     voided
 * @param direction which way is better
 * @param scale how two values are compared
 * @param decimals to show; a stored value is not rounded
 * @param definition one sentence
 */
public record Metric(
    String name,
    String unit,
    Set<Family> families,
    Direction direction,
    Scale scale,
    int decimals,
    String definition) {
  /** Every metric column, in the order of the files. */
  public static final List<Metric> ALL =
      Catalogue.COLUMNS.stream().map(MetricColumn::metric).toList();

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER,
    /** Neither: it describes the run. */
    NONE
  }

  /** How two values are compared. */
  public enum Scale {
    /** By their quotient: positive times and rates. */
    RATIO,
    /** By their difference: counts and shares, which may be 0. */
    DIFFERENCE,
    /** Not at all: a text. */
    NONE
  }

  public Metric {
    families = Set.copyOf(families);
  }

  /** The metric of a column's name; empty when there is none. */
  public static Optional<Metric> named(String name) {
    return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  /** Whether it is a number; else it is a text. */
  public boolean isNumber() {
    return scale != Scale.NONE;
  }

  /**
   * Whether it may not be used.
   *
   * @param voids families and columns that the reasons of a run's verdict void
   */
  public boolean isVoidedBy(Collection<String> voids) {
    return voids.contains(name) || families.stream().map(Family::label).anyMatch(voids::contains);
  }
}
