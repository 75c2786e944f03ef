package dev.sweepline.generator.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes sentences of an exact number of tokens. */
final class SentenceWriter {
  /** Subject, verb, object and a full stop. */
  static final int SHORTEST = 6;

  static final int LONGEST = 18;

  /** A preposition, a determiner and a noun. */
  private static final int PHRASE = 3;

  private final Vocabulary words;
  private final Random random;

  SentenceWriter(Vocabulary words, Random random) {
    this.words = words;
    this.random = random;
  }

  /**
   * A sentence.
   *
   * @param tokens at least {@link #SHORTEST}
   */
  String sentence(int tokens) {
    int phrases = (tokens - SHORTEST) / PHRASE;
    int singles = (tokens - SHORTEST) % PHRASE;
    List<String> sentence = new ArrayList<>(tokens);
    sentence.add(Vocabulary.pick(words.openers(), random));
    if (singles > 0) {
      sentence.add(Vocabulary.pick(words.adjectives(), random));
    }
    sentence.add(Vocabulary.pick(words.nouns(), random));
    sentence.add(Vocabulary.pick(words.verbs(), random));
    addNounPhrase(sentence);
    for (int i = 0; i < phrases; i++) {
      sentence.add(Vocabulary.pick(words.prepositions(), random));
      addNounPhrase(sentence);
    }
    if (singles > 1) {
      sentence.add(Vocabulary.pick(words.adverbs(), random));
    }
    return String.join(" ", sentence) + ".";
  }

  private void addNounPhrase(List<String> sentence) {
    sentence.add(Vocabulary.pick(words.determiners(), random));
    sentence.add(Vocabulary.pick(words.nouns(), random));
  }

  /**
   * How long the next sentence of a text may be, so that the rest can be filled exactly.
   *
   * @param remaining tokens to fill, at least {@link #SHORTEST}
   */
  int nextLength(int remaining) {
    if (remaining < 2 * SHORTEST) {
      return remaining;
    }
    int longest = Math.min(LONGEST, remaining - SHORTEST);
    return SHORTEST + random.nextInt(longest - SHORTEST + 1);
  }
}
