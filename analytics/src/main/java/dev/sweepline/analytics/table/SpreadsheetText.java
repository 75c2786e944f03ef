package dev.sweepline.analytics.table;

/**
 * Text that a spreadsheet program shows as it is. Such programs take a cell that begins with one of
 * {@code = + - @}, a tab or a line break for a formula, whatever the quotes around it.
 */
public final class SpreadsheetText {
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

  private SpreadsheetText() {}

  /**
   * The text, with an apostrophe before it where it would be a formula. A reader for programs drops
   * that apostrophe where one of the characters follows it.
   */
  public static String safe(String text) {
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
