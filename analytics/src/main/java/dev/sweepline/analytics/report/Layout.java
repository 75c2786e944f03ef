package dev.sweepline.analytics.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;

/** How text is set: 80 columns, numbers with the digits that mean something. */
final class Layout {
  static final int WIDTH = 80;
  static final String NONE = "-";

  private Layout() {}

  /** A paragraph, wrapped and indented by two. */
  static List<String> paragraph(String text) {
    return indented("  ", "  ", text);
  }

  /** An item with a hanging indent. */
  static List<String> item(String text) {
    return indented("  - ", "    ", text);
  }

  private static List<String> indented(String first, String rest, String text) {
    List<String> lines = new ArrayList<>();
    WordUtils.wrap(text, WIDTH - rest.length(), "\n", true)
        .lines()
        .forEach(line -> lines.add((lines.isEmpty() ? first : rest) + line));
    return lines;
  }

  /** Text cut to a width, with a mark where something is missing. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "~";
  }

  /** Three or four significant digits; a dash for null. */
  static String number(@Nullable Double value) {
    if (value == null) {
      return NONE;
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  /** A number and its noun, in the plural where it needs one. */
  static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
