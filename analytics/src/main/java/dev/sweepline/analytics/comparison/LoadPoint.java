package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A load on a dataset.
 *
 * @param load its identity
 * @param dataset null when unknown
 * @param setting the load without its dataset
 * @param kind open or closed; loads of one kind can be ordered
 * @param size requests in flight, or requests a second; null when it has neither
 */
public record LoadPoint(
    String load, @Nullable String dataset, String setting, String kind, @Nullable Double size)
    implements Comparable<LoadPoint> {
  private static final Comparator<LoadPoint> ORDER =
      Comparator.comparing(LoadPoint::kind)
          .thenComparing(LoadPoint::size, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(LoadPoint::load, NaturalOrder.OF_TEXTS)
          .thenComparing(point -> point.dataset() == null ? "" : point.dataset());

  private static final String KIND = "load_kind";
  private static final String CONCURRENCY = "load_concurrency";
  private static final String RATE = "load_rate";
  private static final String SETTINGS = "load_";

  static LoadPoint of(RunRow run) {
    String load = String.valueOf(run.text(RunsTable.LOAD));
    String kind = run.text(KIND);
    return new LoadPoint(
        load,
        run.text(RunsTable.DATASET_NAME),
        kind == null ? load : settings(run),
        kind == null ? "" : kind,
        kind == null ? number(load) : size(run));
  }

  private static String settings(RunRow run) {
    return run.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(SETTINGS))
        .map(Map.Entry::getValue)
        .map(String::valueOf)
        .collect(Collectors.joining(";"));
  }

  private static @Nullable Double size(RunRow run) {
    Double concurrency = run.number(CONCURRENCY);
    return concurrency == null ? run.number(RATE) : concurrency;
  }

  private static @Nullable Double number(String text) {
    return NaturalOrder.number(text).isPresent()
        ? (Double) NaturalOrder.number(text).getAsDouble()
        : null;
  }

  /** As reports have it: the load, on its dataset. */
  public String name() {
    return load + (dataset == null ? "" : " on " + dataset);
  }

  /** The load without the mark that tells its dataset. */
  String slug() {
    return kind.isEmpty() ? load : load.replaceFirst("-[0-9a-f]{6}$", "");
  }

  /** Whether one can be held against the other as more or less of the same. */
  boolean isComparable(LoadPoint other) {
    return kind.equals(other.kind)
        && String.valueOf(dataset).equals(String.valueOf(other.dataset))
        && (size == null) == (other.size == null);
  }

  @Override
  public int compareTo(LoadPoint other) {
    return ORDER.compare(this, other);
  }
}
