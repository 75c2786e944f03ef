package dev.sweepline.runner.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.sweepline.contract.ContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV with a header that has a time column, and columns of tokens as Azure's and BurstGPT's
 * traces name them, in any order and case.
 */
final class CsvTrace {
  /** One line at a time, so that a bad one can be named. */
  private static final ObjectReader ROW =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerForListOf(String.class);

  private static final String TIME = "timestamp";
  private static final Set<String> INPUT =
      Set.of("contexttokens", "request tokens", "input_length", "input_tokens");
  private static final Set<String> OUTPUT =
      Set.of("generatedtokens", "response tokens", "output_length", "output_tokens");

  private final String source;
  private final List<String> header;
  private final int time;
  private final int input;
  private final int output;

  private CsvTrace(String source, long line, List<String> header) {
    this.source = source;
    this.header = header;
    this.time = column(Set.of(TIME));
    this.input = column(INPUT);
    this.output = column(OUTPUT);
    if (time < 0) {
      throw ContractException.at(
          source, line, "", "must have a column named timestamp, or be JSON lines, got: " + header);
    }
  }

  static List<TraceSlot> slots(String source, String text) {
    List<TraceSlot> slots = new ArrayList<>();
    CsvTrace trace = null;
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        List<String> row = row(source, number, line);
        if (trace == null) {
          trace = new CsvTrace(source, number, row);
        } else {
          slots.add(trace.slot(number, row));
        }
      }
    }
    return slots;
  }

  private static List<String> row(String source, long number, String line) {
    try {
      return ROW.readValue(line);
    } catch (JsonProcessingException e) {
      throw ContractException.at(source, number, "", "must be CSV: " + e.getOriginalMessage());
    }
  }

  private int column(Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private TraceSlot slot(long line, List<String> row) {
    if (row.size() != header.size()) {
      throw ContractException.at(
          source, line, "", "must have %d values, got: %d".formatted(header.size(), row.size()));
    }
    try {
      return new TraceSlot(
          TraceTime.nanos(row.get(time)), tokens(line, row, input), tokens(line, row, output));
    } catch (IllegalArgumentException e) {
      throw ContractException.at(source, line, header.get(time), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Integer tokens(long line, List<String> row, int column) {
    if (column < 0 || row.get(column).isEmpty()) {
      return null;
    }
    String value = row.get(column);
    if (!value.matches("\\d{1,9}")) {
      throw ContractException.at(
          source, line, header.get(column), "must be a whole number >= 0, got: " + value);
    }
    return Integer.valueOf(value);
  }
}
