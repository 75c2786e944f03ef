package dev.sweepline.runner.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.sweepline.contract.ContractException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final ObjectReader ROWS =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
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

  private CsvTrace(String source, List<String> header) {
    this.source = source;
    this.header = header;
    this.time = column(Set.of(TIME));
    this.input = column(INPUT);
    this.output = column(OUTPUT);
    if (time < 0) {
      throw ContractException.at(
          source, 1, "", "must have a column named timestamp, or be JSON lines, got: " + header);
    }
  }

  static List<TraceSlot> slots(String source, String text) {
    List<TraceSlot> slots = new ArrayList<>();
    long line = 1;
    try (MappingIterator<List<String>> rows = ROWS.readValues(text)) {
      if (!rows.hasNext()) {
        return slots;
      }
      CsvTrace trace = new CsvTrace(source, rows.next());
      while (rows.hasNextValue()) {
        line = rows.getParser().currentTokenLocation().getLineNr();
        slots.add(trace.slot(line, rows.nextValue()));
      }
    } catch (JsonProcessingException e) {
      throw ContractException.at(source, line, "", "must be CSV: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return slots;
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
