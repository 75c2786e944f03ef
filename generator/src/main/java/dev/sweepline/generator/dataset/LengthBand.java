package dev.sweepline.generator.dataset;

import dev.sweepline.cli.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A class of prompts by length, with the length of the answers that it goes with, in tokens. */
enum LengthBand {
  SHORT(16, 64, 50, 150),
  MEDIUM(128, 1024, 150, 500),
  LONG(2048, 8192, 500, 2000);

  private final int promptMin;
  private final int promptMax;
  private final int outputMin;
  private final int outputMax;

  LengthBand(int promptMin, int promptMax, int outputMin, int outputMax) {
    this.promptMin = promptMin;
    this.promptMax = promptMax;
    this.outputMin = outputMin;
    this.outputMax = outputMax;
  }

  /** Tokens of a prompt, evenly from the band. */
  int drawPrompt(Random random) {
    return draw(promptMin, promptMax, random);
  }

  /** Tokens of a natural answer, evenly from the band. */
  int drawOutput(Random random) {
    return draw(outputMin, outputMax, random);
  }

  private static int draw(int min, int max, Random random) {
    return min + random.nextInt(max - min + 1);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The band of a label.
   *
   * @throws IllegalArgumentException when there is none
   */
  static LengthBand of(String label) {
    List<String> labels = Arrays.stream(values()).map(LengthBand::label).toList();
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(
          "unknown length %s%s; known are %s"
              .formatted(
                  label,
                  NearestName.of(label, labels).map(name -> ", meant " + name + "?").orElse(""),
                  String.join(", ", labels)));
    }
    return values()[index];
  }
}
