package dev.sweepline.analytics.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.jspecify.annotations.Nullable;

/**
 * An answer as lines of text: numbers to the right, texts to the left.
 *
 * @param rows the names of the columns first
 * @param right whether a column is set to the right
 */
record TextTable(List<List<String>> rows, List<Boolean> right) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  static TextTable of(Dataset<Row> answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Stream.of(answer.columns()).map(TextTable::shown).toList());
    Cells.of(answer, UnaryOperator.identity())
        .forEachRemaining(cells -> rows.add(cells.stream().map(TextTable::shown).toList()));
    return new TextTable(
        rows,
        Stream.of(answer.schema().fields())
            .map(field -> field.dataType() instanceof NumericType)
            .toList());
  }

  /** Columns side by side, a rule below their names. */
  List<String> aligned() {
    List<Integer> widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(joined(row, widths, "  ").stripTrailing());
    }
    lines.add(1, widths.stream().map(width -> "-".repeat(width)).collect(Collectors.joining("  ")));
    return lines;
  }

  /** The same for a Markdown page. */
  List<String> markdown() {
    List<Integer> widths = Collections.nCopies(right.size(), 0);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = row.stream().map(cell -> cell.replace("|", "\\|")).toList();
      lines.add("| " + joined(cells, widths, " | ") + " |");
    }
    lines.add(
        1,
        right.stream()
            .map(number -> number ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |")));
    return lines;
  }

  private String joined(List<String> row, List<Integer> widths, String between) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i ->
                right.get(i)
                    ? StringUtils.leftPad(row.get(i), widths.get(i))
                    : StringUtils.rightPad(row.get(i), widths.get(i)))
        .collect(Collectors.joining(between));
  }

  private List<Integer> widths() {
    return IntStream.range(0, right.size())
        .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
        .toList();
  }

  /** A value may hold what would move the terminal's cursor. */
  private static String shown(@Nullable String text) {
    return text == null ? "" : CONTROL.matcher(text).replaceAll(" ");
  }
}
