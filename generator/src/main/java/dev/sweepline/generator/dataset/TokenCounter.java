package dev.sweepline.generator.dataset;

import org.jspecify.annotations.Nullable;

/** What counts the tokens of a text. */
public interface TokenCounter {
  /** Tokens of a text. */
  int count(String text);

  /** The model's tokenizer; null when counts are estimates. */
  @Nullable String tokenizer();

  /** How counts are estimated; null when a tokenizer counts. */
  @Nullable String estimate();
}
