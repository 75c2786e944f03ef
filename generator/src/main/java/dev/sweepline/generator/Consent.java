package dev.sweepline.generator;

import java.io.Console;
import java.util.Locale;

/** Asks on the terminal. */
final class Consent {
  private Consent() {}

  /** Whether the answer is yes; without a terminal it is no. */
  // Newer Javas give a console for any input; where that has ended, the answer is null too.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isGiven(String question) {
    Console console = System.console();
    String answer = console == null ? null : console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
