package dev.sweepline.generator.dataset;

import java.util.Random;

/** Writes prompts: an instruction, then as much text as makes the length right to the token. */
final class PromptWriter {
  private static final int SENTENCES_PER_PARAGRAPH = 6;
  private static final String PARAGRAPH = "\n\n";

  private final Vocabulary words = Vocabulary.load();
  private final Instructions instructions = Instructions.load();

  /**
   * A prompt.
   *
   * @param type of its instruction
   * @param text of {@code tokens} estimated tokens
   */
  record Prompt(String type, String text, int tokens) {}

  /** A prompt of a length within the band. */
  Prompt write(LengthBand band, Random random) {
    int tokens = band.drawPrompt(random);
    Instructions.Template template = Vocabulary.pick(instructions.of(band), random);
    StringBuilder text = new StringBuilder(template.fill(words, random)).append(PARAGRAPH);
    int remaining = tokens - TokenEstimate.of(text.toString());
    SentenceWriter sentences = new SentenceWriter(words, random);
    for (int count = 1; remaining > 0; count++) {
      int length = sentences.nextLength(remaining);
      remaining -= length;
      text.append(sentences.sentence(length));
      if (remaining > 0) {
        text.append(count % SENTENCES_PER_PARAGRAPH == 0 ? PARAGRAPH : " ");
      }
    }
    return new Prompt(template.type(), text.toString(), tokens);
  }
}
