package dev.sweepline.generator.dataset;

import org.jspecify.annotations.Nullable;

/** The estimate as a counter. */
public final class WordCount implements TokenCounter {
  @Override
  public int count(String text) {
    return TokenEstimate.of(text);
  }

  @Override
  public @Nullable String tokenizer() {
    return null;
  }

  @Override
  public String estimate() {
    return TokenEstimate.METHOD;
  }
}
