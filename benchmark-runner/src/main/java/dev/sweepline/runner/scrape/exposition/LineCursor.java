package dev.sweepline.runner.scrape.exposition;

/** A place in a line. Each method takes something from there on, or throws. */
final class LineCursor {
  private static final char QUOTE = '"';
  private static final char ESCAPE = '\\';

  private final String line;
  private int at;

  LineCursor(String line) {
    this.line = line;
  }

  boolean isAtEnd() {
    return at == line.length();
  }

  boolean isAt(char wanted) {
    return at < line.length() && line.charAt(at) == wanted;
  }

  boolean isAtQuote() {
    return isAt(QUOTE);
  }

  /** Takes the character when it is there. */
  boolean take(char wanted) {
    boolean there = isAt(wanted);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(char wanted) throws MalformedLine {
    if (!take(wanted)) {
      throw new MalformedLine();
    }
  }

  void skipBlanks() {
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
  }

  /** All up to the next blank; empty at the end of the line. */
  String word() {
    int from = at;
    while (at < line.length() && !isBlank(line.charAt(at))) {
      at++;
    }
    return line.substring(from, at);
  }

  String rest() {
    String rest = line.substring(at);
    at = line.length();
    return rest;
  }

  /** A name of letters, digits, {@code _} and {@code :} that does not begin with a digit. */
  String metricName() throws MalformedLine {
    int from = at;
    while (at < line.length() && isOfName(line.charAt(at), at > from)) {
      at++;
    }
    if (at == from) {
      throw new MalformedLine();
    }
    return line.substring(from, at);
  }

  /** The same without colons. */
  String labelName() throws MalformedLine {
    String name = metricName();
    if (name.indexOf(':') >= 0) {
      throw new MalformedLine();
    }
    return name;
  }

  /** A text in quotes, without its escapes. */
  String quoted() throws MalformedLine {
    expect(QUOTE);
    int from = at;
    while (!isAtQuote()) {
      at += isAt(ESCAPE) ? 2 : 1;
      if (at >= line.length()) {
        throw new MalformedLine();
      }
    }
    String escaped = line.substring(from, at);
    at++;
    return unescaped(escaped);
  }

  /** Like Prometheus, leaves a backslash alone that escapes nothing. */
  static String unescaped(String text) {
    if (text.indexOf(ESCAPE) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      boolean escape = text.charAt(i) == ESCAPE;
      if (escape && (next == ESCAPE || next == QUOTE || next == 'n')) {
        plain.append(next == 'n' ? '\n' : next);
        i++;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isOfName(char c, boolean digits) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || c == '_' || c == ':' || (digits && c >= '0' && c <= '9');
  }
}
