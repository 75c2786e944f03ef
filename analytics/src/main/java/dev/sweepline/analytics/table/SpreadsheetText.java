package dev.sweepline.analytics.table;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.Writer;

/**
 * Text that a spreadsheet program shows as it is. Such programs take a cell that begins with one of
 * {@code = + - @}, a tab or a line break for a formula, whatever the quotes around it.
 */
public final class SpreadsheetText {
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

  private SpreadsheetText() {}

  /** Writes rows by RFC 4180 with line feeds; unknown is empty. */
  public static CsvWriter writer(Writer out) {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    // Else a quote inside a text would stand there bare, against RFC 4180.
    settings.setQuoteEscapingEnabled(true);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    return new CsvWriter(out, settings);
  }

  /**
   * The text, with an apostrophe before it where it would be a formula. A reader for programs drops
   * that apostrophe where one of the characters follows it.
   */
  public static String safe(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
