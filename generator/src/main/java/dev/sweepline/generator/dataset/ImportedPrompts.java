package dev.sweepline.generator.dataset;

import dev.sweepline.contract.PromptLine;
import java.util.Random;

/** Makes prompt lines of what was imported; a length without a text gets a made text. */
final class ImportedPrompts {
  private final DatasetSpec spec;
  private final DatasetShape shape;
  private final Random random;
  private final PromptWriter writer = new PromptWriter();
  private final ExactLength exact;
  private int made;

  ImportedPrompts(DatasetSpec spec, DatasetShape shape, Random random) {
    this.spec = spec;
    this.shape = shape;
    this.random = random;
    this.exact = new ExactLength(shape.counter(), Vocabulary.load());
  }

  PromptLine line(SourceText source) {
    made++;
    int output = output(source);
    String id = spec.stream() + "-" + made;
    String given = source.text();
    if (given != null) {
      int tokens = counted(given);
      return new PromptLine(id, source.prompt(), source.messages(), tokens, output, output, null);
    }
    int tokens = source.inputTokens() == null ? 1 : source.inputTokens();
    return new PromptLine(id, madeText(tokens), null, tokens, output, output, null);
  }

  private String madeText(int tokens) {
    String start = writer.write(LengthBand.SHORT, random).text();
    return exact.fit(start, tokens, random).orElseThrow(() -> PromptMaker.impossible(spec, made));
  }

  private int counted(String text) {
    return Math.max(1, shape.counter().count(text));
  }

  private int output(SourceText source) {
    LengthDistribution asked = shape.outputs();
    if (asked != null) {
      return Math.min(asked.draw(random), spec.maxOutputTokens());
    }
    Integer stated = source.outputTokens();
    String answer = source.answer();
    Integer natural = stated == null && answer != null ? Integer.valueOf(counted(answer)) : stated;
    return Math.min(natural == null ? spec.maxOutputTokens() : natural, spec.maxOutputTokens());
  }
}
