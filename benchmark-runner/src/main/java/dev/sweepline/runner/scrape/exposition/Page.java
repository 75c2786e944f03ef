package dev.sweepline.runner.scrape.exposition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a page.
 *
 * @param series in the order of the page; no two have the same name and labels
 * @param families that HELP, TYPE or UNIT lines speak of, by name
 * @param malformedLines that were skipped, repeated series among them
 * @param whole false when the page lacks the end that its format demands
 */
public record Page(
    List<Series> series, Map<String, Family> families, int malformedLines, boolean whole) {
  public Page {
    series = List.copyOf(series);
    families = Map.copyOf(families);
  }

  /** The stated type of the family of exactly this name; null when none is stated. */
  public @Nullable MetricType type(String family) {
    Family known = families.get(family);
    return known == null ? null : known.type();
  }
}
