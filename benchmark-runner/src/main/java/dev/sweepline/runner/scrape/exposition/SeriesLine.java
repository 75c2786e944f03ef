package dev.sweepline.runner.scrape.exposition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code name{label="value"} value timestamp # {label="value"} value timestamp}. The name may
 * also stand in quotes, first inside the braces.
 */
final class SeriesLine {
  private final LineCursor cursor;
  private final Format format;
  private @Nullable String name;

  private SeriesLine(String line, Format format) {
    this.cursor = new LineCursor(line);
    this.format = format;
  }

  static Series parse(String line, Format format) throws MalformedLine {
    return new SeriesLine(line, format).series();
  }

  private Series series() throws MalformedLine {
    cursor.skipBlanks();
    if (!cursor.isAt('{')) {
      name = cursor.metricName();
      cursor.skipBlanks();
    }
    Map<String, String> labels = cursor.isAt('{') ? labels() : Map.of();
    if (name == null) {
      throw new MalformedLine();
    }
    double value = number();
    Double timestamp = timestamp();
    Exemplar exemplar = cursor.take('#') ? exemplar() : null;
    if (!cursor.isAtEnd()) {
      throw new MalformedLine();
    }
    return new Series(name, labels, value, timestamp, exemplar);
  }

  private Exemplar exemplar() throws MalformedLine {
    cursor.skipBlanks();
    return new Exemplar(labels(), number(), timestamp());
  }

  private double number() throws MalformedLine {
    cursor.skipBlanks();
    double number = FloatText.parse(cursor.word());
    cursor.skipBlanks();
    return number;
  }

  private @Nullable Double timestamp() throws MalformedLine {
    if (cursor.isAtEnd() || cursor.isAt('#')) {
      return null;
    }
    double seconds = format.seconds(number());
    if (!Double.isFinite(seconds)) {
      throw new MalformedLine();
    }
    return seconds;
  }

  private Map<String, String> labels() throws MalformedLine {
    Map<String, String> labels = new LinkedHashMap<>();
    cursor.expect('{');
    cursor.skipBlanks();
    while (!cursor.take('}')) {
      nameOrLabel(labels);
      cursor.skipBlanks();
      if (!cursor.isAt('}')) {
        cursor.expect(',');
        cursor.skipBlanks();
      }
    }
    return labels;
  }

  private void nameOrLabel(Map<String, String> labels) throws MalformedLine {
    boolean quoted = cursor.isAtQuote();
    String label = quoted ? cursor.quoted() : cursor.labelName();
    cursor.skipBlanks();
    if (quoted && name == null && !cursor.isAt('=')) {
      name = label;
      return;
    }
    cursor.expect('=');
    cursor.skipBlanks();
    if (labels.putIfAbsent(label, cursor.quoted()) != null) {
      throw new MalformedLine();
    }
  }
}
