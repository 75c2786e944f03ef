package dev.sweepline.generator.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of a text without a tokenizer: one for each word and each mark. Close for the words that
 * prompts are made of here, which are single tokens of the usual vocabularies; not for any text.
 */
final class TokenEstimate {
  /** For the manifest. */
  static final String METHOD =
      "one token for each word and punctuation mark; the words are common English ones, single"
          + " tokens of the usual byte-pair vocabularies; no tokenizer was used";

  private static final Pattern WORD_OR_MARK = Pattern.compile("[A-Za-z]+|[^\\sA-Za-z]");

  private TokenEstimate() {}

  static int of(String text) {
    Matcher matcher = WORD_OR_MARK.matcher(text);
    int tokens = 0;
    while (matcher.find()) {
      tokens++;
    }
    return tokens;
  }
}
