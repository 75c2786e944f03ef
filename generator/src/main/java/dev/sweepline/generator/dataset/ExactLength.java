package dev.sweepline.generator.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Makes a text exactly as long as asked, by the counter that stands behind the dataset. */
final class ExactLength {
  private final TokenCounter counter;
  private final Vocabulary words;

  ExactLength(TokenCounter counter, Vocabulary words) {
    this.counter = counter;
    this.words = words;
  }

  /**
   * The text, cut or filled up.
   *
   * @param tokens wanted
   * @return empty when this text cannot be made so long with single words
   */
  Optional<String> fit(String text, int tokens, Random random) {
    StringBuilder longEnough = new StringBuilder(text);
    SentenceWriter sentences = new SentenceWriter(words, random);
    while (counter.count(longEnough.toString()) < tokens) {
      int missing = tokens - counter.count(longEnough.toString());
      for (int added = 0; added < missing; added += SentenceWriter.LONGEST) {
        longEnough.append(' ').append(sentences.sentence(SentenceWriter.LONGEST));
      }
    }
    return fill(cut(longEnough.toString(), tokens), tokens);
  }

  /** The longest beginning of whole words that is not too long. */
  private String cut(String text, int tokens) {
    List<String> parts = Arrays.asList(text.split(" ", -1));
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (counter.count(String.join(" ", parts.subList(0, middle))) <= tokens) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return String.join(" ", parts.subList(0, low));
  }

  private Optional<String> fill(String text, int tokens) {
    String filled = text;
    int length = counter.count(filled);
    while (length < tokens) {
      String before = filled;
      int now = length;
      Optional<String> longer =
          Stream.of(words.nouns(), words.determiners(), words.prepositions())
              .flatMap(List::stream)
              .map(word -> before.isEmpty() ? word : before + " " + word)
              .filter(candidate -> within(counter.count(candidate), now + 1, tokens))
              .findFirst();
      if (longer.isEmpty()) {
        return Optional.empty();
      }
      filled = longer.get();
      length = counter.count(filled);
    }
    return filled.isBlank() ? Optional.empty() : Optional.of(filled);
  }

  private static boolean within(int value, int min, int max) {
    return value >= min && value <= max;
  }
}
