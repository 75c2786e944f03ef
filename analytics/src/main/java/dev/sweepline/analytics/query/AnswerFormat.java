package dev.sweepline.analytics.query;

import com.univocity.parsers.csv.CsvWriter;
import dev.sweepline.analytics.table.SpreadsheetText;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How the answer to a question is written. Unknown is empty, in JSON null. */
public enum AnswerFormat {
  /** Columns side by side, for people. */
  TABLE {
    @Override
    void write(Dataset<Row> answer, PrintWriter out) {
      TextTable.of(answer).aligned().forEach(out::println);
    }
  },
  /** RFC 4180 with line feeds; lists as JSON, no text that a spreadsheet would compute. */
  CSV {
    @Override
    void write(Dataset<Row> answer, PrintWriter out) {
      CsvWriter writer = SpreadsheetText.writer(out);
      writer.writeHeaders(Stream.of(answer.columns()).map(SpreadsheetText::safe).toList());
      Cells.of(answer, SpreadsheetText::safe)
          .forEachRemaining(row -> writer.writeRow(row.toArray(Object[]::new)));
      writer.flush();
    }
  },
  /** A list with an object for each row. */
  JSON {
    @Override
    void write(Dataset<Row> answer, PrintWriter out) {
      Iterator<String> rows =
          answer
              .select(functions.to_json(functions.struct("*"), NULLS_STAY))
              .as(Encoders.STRING())
              .toLocalIterator();
      out.print("[");
      for (String between = "\n"; rows.hasNext(); between = ",\n") {
        out.print(between + rows.next());
      }
      out.println("\n]");
    }
  },
  /** A table of a Markdown page. */
  MARKDOWN {
    @Override
    void write(Dataset<Row> answer, PrintWriter out) {
      TextTable.of(answer).markdown().forEach(out::println);
    }
  };

  private static final Map<String, String> NULLS_STAY = Map.of("ignoreNullFields", "false");

  abstract void write(Dataset<Row> answer, PrintWriter out);

  /**
   * Writes an answer.
   *
   * @throws dev.sweepline.contract.UserError when only computing it shows that it has none, such as
   *     a division by zero; exit code 2
   */
  public void print(Dataset<Row> answer, PrintWriter out) {
    try {
      write(answer, out);
      out.flush();
    } catch (RuntimeException e) {
      throw Question.refusal(e);
    }
  }
}
