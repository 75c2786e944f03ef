package dev.sweepline.runner.scrape.exposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads a page line by line. A line that does not follow the format is skipped and counted; a last
 * line without its line feed is one of them, because it may be cut off inside a number.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the text format</a>
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics 1.0</a>
 */
public final class ExpositionParser {
  private static final String END_OF_PAGE = "# EOF";

  private record SeriesKey(String name, Map<String, String> labels) {}

  private final Format format;
  private final List<Series> series = new ArrayList<>();
  private final Set<SeriesKey> known = new HashSet<>();
  private final Map<String, Family> families = new HashMap<>();
  private int malformedLines;
  private boolean ended;

  private ExpositionParser(Format format) {
    this.format = format;
  }

  /** Reads a page, whatever its text is. */
  public static Page parse(String text, Format format) {
    ExpositionParser parser = new ExpositionParser(format);
    parser.page(text);
    return parser.page();
  }

  private Page page() {
    return new Page(series, families, malformedLines, ended || format == Format.TEXT);
  }

  private void page(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      boolean carriageReturn = end > from && text.charAt(end - 1) == '\r';
      line(text.substring(from, carriageReturn ? end - 1 : end));
      from = end + 1;
    }
    String last = text.substring(from);
    if (last.equals(END_OF_PAGE)) {
      line(last);
    } else if (!last.isBlank()) {
      malformedLines++;
    }
  }

  private void line(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      if (ended) {
        throw new MalformedLine();
      } else if (line.equals(END_OF_PAGE)) {
        ended = true;
      } else if (line.stripLeading().startsWith("#")) {
        comment(line);
      } else {
        series(line);
      }
    } catch (MalformedLine e) {
      malformedLines++;
    }
  }

  private void series(String line) throws MalformedLine {
    Series next = SeriesLine.parse(line, format);
    if (!known.add(new SeriesKey(next.name(), next.labels()))) {
      throw new MalformedLine();
    }
    series.add(next);
  }

  private void comment(String line) throws MalformedLine {
    LineCursor cursor = new LineCursor(line);
    cursor.skipBlanks();
    cursor.expect('#');
    cursor.skipBlanks();
    switch (cursor.word()) {
      case "HELP" -> {
        String family = family(cursor);
        String help = LineCursor.unescaped(cursor.rest());
        update(family, seen -> seen.withHelp(help));
      }
      case "TYPE" -> {
        String family = family(cursor);
        MetricType type = MetricType.parse(cursor.rest().strip());
        update(family, seen -> seen.withType(type));
      }
      case "UNIT" -> {
        String family = family(cursor);
        String unit = cursor.rest().strip();
        update(family, seen -> seen.withUnit(unit));
      }
      default -> {
        // Any other comment says nothing.
      }
    }
  }

  private static String family(LineCursor cursor) throws MalformedLine {
    cursor.skipBlanks();
    String family = cursor.isAtQuote() ? cursor.quoted() : cursor.metricName();
    cursor.skipBlanks();
    return family;
  }

  private void update(String family, UnaryOperator<Family> update) {
    families.put(family, update.apply(families.getOrDefault(family, Family.named(family))));
  }
}
