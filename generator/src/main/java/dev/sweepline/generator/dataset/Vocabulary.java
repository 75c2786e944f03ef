package dev.sweepline.generator.dataset;

import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import java.util.Random;

/** The words that prompts are made of, by their part of speech. */
record Vocabulary(
    List<String> nouns,
    List<String> adjectives,
    List<String> verbs,
    List<String> adverbs,
    List<String> prepositions,
    List<String> determiners,
    List<String> openers) {
  Vocabulary {
    nouns = List.copyOf(nouns);
    adjectives = List.copyOf(adjectives);
    verbs = List.copyOf(verbs);
    adverbs = List.copyOf(adverbs);
    prepositions = List.copyOf(prepositions);
    determiners = List.copyOf(determiners);
    openers = List.copyOf(openers);
  }

  static Vocabulary load() {
    return Yaml.resource(Vocabulary.class, Vocabulary.class, "vocabulary.yaml");
  }

  /** One of a list. */
  static <T> T pick(List<T> items, Random random) {
    return items.get(random.nextInt(items.size()));
  }
}
