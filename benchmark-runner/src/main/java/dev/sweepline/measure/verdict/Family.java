package dev.sweepline.measure.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Metrics that become unusable together. */
public enum Family {
  TTFT,
  E2E,
  ITL,
  TPOT,
  THROUGHPUT,
  SERVER;

  /** Every family. */
  public static final List<Family> ALL = List.of(values());

  /** Those that a request's own times give. */
  static final List<Family> LATENCIES = List.of(TTFT, E2E, ITL, TPOT);

  /** As it stands in a verdict's {@code voids}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> labels(Collection<Family> families) {
    return families.stream().map(Family::label).toList();
  }

  static String text(Collection<Family> families) {
    return families.size() == ALL.size()
        ? "all"
        : families.stream().map(Family::label).collect(Collectors.joining(", "));
  }
}
