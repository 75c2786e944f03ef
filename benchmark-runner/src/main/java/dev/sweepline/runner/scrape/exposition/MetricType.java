package dev.sweepline.runner.scrape.exposition;

import java.util.Locale;

/** What a {@code TYPE} line may say, in either format. */
public enum MetricType {
  COUNTER,
  GAUGE,
  HISTOGRAM,
  GAUGEHISTOGRAM,
  SUMMARY,
  INFO,
  STATESET,
  UNTYPED,
  UNKNOWN;

  static MetricType parse(String word) throws MalformedLine {
    for (MetricType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
        return type;
      }
    }
    throw new MalformedLine();
  }
}
