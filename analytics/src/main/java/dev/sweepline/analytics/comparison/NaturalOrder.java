package dev.sweepline.analytics.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Numbers by value, then texts. */
final class NaturalOrder {
  static final Comparator<String> OF_TEXTS =
      Comparator.comparing((String text) -> number(text).isEmpty())
          .thenComparingDouble(text -> number(text).orElse(0))
          .thenComparing(text -> number(text).isPresent() ? "" : text);

  static final Comparator<List<String>> OF_LISTS = NaturalOrder::compareLists;

  private NaturalOrder() {}

  private static int compareLists(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = OF_TEXTS.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** The number that a text is; empty for any other text. */
  static OptionalDouble number(String text) {
    // Most texts that are no numbers are told by their first character, without an exception.
    if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
