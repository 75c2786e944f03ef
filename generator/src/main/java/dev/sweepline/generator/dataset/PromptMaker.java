package dev.sweepline.generator.dataset;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Makes prompts one after another, no two alike. */
final class PromptMaker {
  private static final int MOST_TRIES = 200;

  private final DatasetSpec spec;
  private final DatasetShape shape;
  private final Random random;
  private final PromptWriter writer = new PromptWriter();
  private final ExactLength exact;
  private final List<String> prefixes = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  PromptMaker(DatasetSpec spec, DatasetShape shape, Random random) {
    this.spec = spec;
    this.shape = shape;
    this.random = random;
    this.exact = new ExactLength(shape.counter(), Vocabulary.load());
    for (int group = 0; group < shape.prefixGroups(); group++) {
      prefixes.add(
          exact
              .fit(writer.write(LengthBand.MEDIUM, random).text(), shape.prefixTokens(), random)
              .orElseThrow(() -> impossible(spec, 0)));
    }
  }

  /** The next prompt, of the band's length unless the shape has lengths of its own. */
  PromptLine next(LengthBand band) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      PromptWriter.Prompt drawn = writer.write(band, random);
      LengthDistribution lengths = shape.prompts();
      int tokens = (lengths == null ? drawn.tokens() : lengths.draw(random)) + prefixTokens();
      Optional<String> text =
          lengths == null && isPlain()
              ? Optional.of(drawn.text())
              : exact.fit(prefix() + drawn.text(), tokens, random);
      if (text.isPresent() && seen.add(text.get())) {
        return line(band, drawn.type(), text.get(), tokens);
      }
    }
    throw impossible(spec, seen.size());
  }

  private boolean isPlain() {
    return prefixes.isEmpty() && shape.counter().tokenizer() == null;
  }

  private int prefixTokens() {
    return prefixes.isEmpty() ? 0 : shape.prefixTokens();
  }

  private String prefix() {
    return prefixes.isEmpty() ? "" : prefixes.get(seen.size() % prefixes.size()) + " ";
  }

  private PromptLine line(LengthBand band, String type, String text, int tokens) {
    LengthDistribution outputs = shape.outputs();
    int natural = outputs == null ? band.drawOutput(random) : outputs.draw(random);
    int output = Math.min(natural, spec.maxOutputTokens());
    Map<String, Object> metadata = new TreeMap<>(Map.of("template_type", type));
    if (shape.prompts() == null) {
      metadata.put("category", band.label());
    }
    if (!prefixes.isEmpty()) {
      metadata.put("prefix_group", (seen.size() - 1) % prefixes.size());
    }
    return new PromptLine(
        spec.stream() + "-" + seen.size(),
        text,
        null,
        tokens,
        output,
        output,
        new TreeMap<>(metadata));
  }

  static UserError impossible(DatasetSpec spec, int made) {
    return new UserError(
        ExitCode.REFUSED,
        "%s: no more different prompts of the asked lengths after %d; ask for longer or fewer ones"
            .formatted(spec.name(), made));
  }
}
