package dev.sweepline.generator.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a command line.
 *
 * @param spelling the full form of the option that it stands for; the word itself for any other
 * @param flag the option; null for an argument or an unknown option
 * @param value what stands in the same word; null for nothing
 * @param role what it is
 */
record OptionWord(String spelling, @Nullable Flag flag, @Nullable String value, Role role) {
  enum Role {
    OPTION,
    UNKNOWN_OPTION,
    ARGUMENT
  }

  boolean isArgument() {
    return role == Role.ARGUMENT;
  }

  /**
   * What a word is.
   *
   * @throws IllegalArgumentException when it is the beginning of several options
   */
  static OptionWord of(String word, OptionIndex index) {
    if (word.length() < 2 || !word.startsWith("-")) {
      return argument(word);
    }
    if (index.exact(word).isPresent()) {
      return option(word, null, index);
    }
    int equals = word.indexOf('=');
    if (equals > 0 && index.exact(word.substring(0, equals)).isPresent()) {
      return option(word.substring(0, equals), word.substring(equals + 1), index);
    }
    List<OptionWord> meant = word.startsWith("--") ? longForms(word, index) : forms(word, index);
    if (meant.size() > 1) {
      throw new IllegalArgumentException(
          "ambiguous option: %s could match %s"
              .formatted(
                  word, String.join(", ", meant.stream().map(OptionWord::spelling).toList())));
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    return ServeLine.isNegativeNumber(word) || word.contains(" ")
        ? argument(word)
        : new OptionWord(word, null, null, Role.UNKNOWN_OPTION);
  }

  private static List<OptionWord> longForms(String word, OptionIndex index) {
    int equals = word.indexOf('=');
    String beginning = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? null : word.substring(equals + 1);
    return index.startingWith(beginning).stream().map(form -> option(form, value, index)).toList();
  }

  /** An option of one letter may have its value right behind it. */
  private static List<OptionWord> forms(String word, OptionIndex index) {
    List<OptionWord> meant = new ArrayList<>();
    String letter = word.substring(0, 2);
    if (index.exact(letter).isPresent()) {
      meant.add(option(letter, word.substring(2), index));
    }
    index.startingWith(word).forEach(form -> meant.add(option(form, null, index)));
    return meant;
  }

  private static OptionWord argument(String word) {
    return new OptionWord(word, null, null, Role.ARGUMENT);
  }

  private static OptionWord option(String form, @Nullable String value, OptionIndex index) {
    return new OptionWord(form, index.exact(form).orElseThrow(), value, Role.OPTION);
  }
}
