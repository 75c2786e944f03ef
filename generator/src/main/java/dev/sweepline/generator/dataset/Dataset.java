package dev.sweepline.generator.dataset;

import dev.sweepline.contract.PromptLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prompts that were made for a spec. The same spec gives the same prompts on any JDK, whatever else
 * is generated: the random numbers come from its own seed by an algorithm that Java specifies.
 *
 * @param spec what was asked for
 * @param lines in the order of the file, each prompt once
 */
public record Dataset(DatasetSpec spec, List<PromptLine> lines) {
  public Dataset {
    lines = List.copyOf(lines);
  }

  /** Makes the prompts. */
  public static Dataset generate(DatasetSpec spec) {
    Random random = new Random(seed(spec));
    PromptWriter writer = new PromptWriter();
    Set<String> seen = new HashSet<>();
    List<PromptLine> lines = new ArrayList<>(spec.prompts());
    for (LengthBand band : bands(spec, random)) {
      PromptWriter.Prompt prompt = writer.write(band, random);
      while (!seen.add(prompt.text())) {
        prompt = writer.write(band, random);
      }
      int output = Math.min(band.drawOutput(random), spec.maxOutputTokens());
      lines.add(line(spec.stream() + "-" + (lines.size() + 1), band, prompt, output));
    }
    return new Dataset(spec, lines);
  }

  private static List<LengthBand> bands(DatasetSpec spec, Random random) {
    List<LengthBand> bands = new ArrayList<>(spec.prompts());
    spec.mix()
        .counts(spec.prompts())
        .forEach((band, count) -> bands.addAll(Collections.nCopies(count, band)));
    Collections.shuffle(bands, random);
    return bands;
  }

  private static PromptLine line(
      String id, LengthBand band, PromptWriter.Prompt prompt, int output) {
    return new PromptLine(
        id,
        prompt.text(),
        null,
        prompt.tokens(),
        output,
        output,
        new TreeMap<>(Map.of("category", band.label(), "template_type", prompt.type())));
  }

  private static long seed(DatasetSpec spec) {
    String named = spec.stream() + ":" + spec.seed();
    return Sha256.of(named.getBytes(StandardCharsets.UTF_8)).firstLong();
  }

  /** Different prompts. */
  int uniquePrompts() {
    return (int) lines.stream().map(PromptLine::prompt).distinct().count();
  }

  LengthStatistics promptTokens() {
    return LengthStatistics.of(
        lines.stream().mapToInt(line -> Objects.requireNonNull(line.promptLength())));
  }

  LengthStatistics outputTokens() {
    return LengthStatistics.of(
        lines.stream().mapToInt(line -> Objects.requireNonNull(line.outputLimit())));
  }
}
