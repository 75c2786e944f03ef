package dev.sweepline.generator.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import java.util.Random;

/** What prompts ask for, by band. */
record Instructions(
    @JsonProperty("short") List<Template> shortOnes,
    @JsonProperty("medium") List<Template> mediumOnes,
    @JsonProperty("long") List<Template> longOnes) {
  /**
   * An instruction with gaps.
   *
   * @param type recorded with the prompt
   * @param text with {@code {noun}} and {@code {adjective}}
   */
  record Template(String type, String text) {
    String fill(Vocabulary words, Random random) {
      return text.replace("{adjective}", Vocabulary.pick(words.adjectives(), random))
          .replace("{noun}", Vocabulary.pick(words.nouns(), random));
    }
  }

  Instructions {
    shortOnes = List.copyOf(shortOnes);
    mediumOnes = List.copyOf(mediumOnes);
    longOnes = List.copyOf(longOnes);
  }

  static Instructions load() {
    return Yaml.resource(Instructions.class, Instructions.class, "instructions.yaml");
  }

  List<Template> of(LengthBand band) {
    return switch (band) {
      case SHORT -> shortOnes;
      case MEDIUM -> mediumOnes;
      case LONG -> longOnes;
    };
  }
}
