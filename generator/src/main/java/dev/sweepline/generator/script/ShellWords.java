package dev.sweepline.generator.script;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes text for bash, so that it arrives as exactly one word whatever it holds. */
final class ShellWords {
  /** Means nothing to bash in any place of a command. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

  private ShellWords() {}

  /**
   * One word.
   *
   * @throws UserError exit code 65 for text that no argument can hold
   */
  static String quote(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new UserError(
          ExitCode.MALFORMED,
          "%s: holds a character that no argument of a command can hold"
              .formatted(text.replace('\0', '?').lines().findFirst().orElse("")));
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** The elements of an array, one a line. */
  static String array(Collection<String> words) {
    return words.stream().map(word -> "  " + quote(word) + "\n").collect(Collectors.joining());
  }
}
