package dev.sweepline.generator.dataset;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sweepline.contract.ContractException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV with a header: prompts in a named column, or a trace's lengths. */
final class CsvSource {
  private static final Set<String> INPUT =
      Set.of("contexttokens", "request tokens", "input_length", "input_tokens");
  private static final Set<String> OUTPUT =
      Set.of("generatedtokens", "response tokens", "output_length", "output_tokens");

  private CsvSource() {}

  static List<SourceText> read(String file, String text, @Nullable String column) {
    List<SourceText> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      while (lines.hasNext()) {
        long number = lines.getCurrentLocation().getLineNr();
        rows.add(row(file, number, lines.next(), column));
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      throw e instanceof ContractException known
          ? known
          : ContractException.at(file, rows.size() + 2L, "", "must be CSV with a header");
    }
  }

  private static SourceText row(
      String file, long number, Map<String, String> row, @Nullable String column) {
    Integer output = integer(file, number, row, OUTPUT);
    if (column != null) {
      String prompt = row.get(column);
      if (prompt == null) {
        throw ContractException.at(file, number, column, "is no column; there are " + row.keySet());
      }
      return SourceText.prompt(prompt, output);
    }
    Integer input = integer(file, number, row, INPUT);
    if (input == null) {
      throw ContractException.at(
          file,
          number,
          "",
          "must have a column of lengths, or --column; there are " + row.keySet());
    }
    return SourceText.lengths(input, output);
  }

  private static @Nullable Integer integer(
      String file, long number, Map<String, String> row, Set<String> names) {
    for (Map.Entry<String, String> cell : row.entrySet()) {
      if (names.contains(cell.getKey().strip().toLowerCase(Locale.ROOT))) {
        try {
          return Integer.valueOf(cell.getValue().strip());
        } catch (NumberFormatException e) {
          throw ContractException.at(
              file, number, cell.getKey(), "must be an integer, got: " + cell.getValue());
        }
      }
    }
    return null;
  }
}
