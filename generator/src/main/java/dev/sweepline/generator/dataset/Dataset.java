package dev.sweepline.generator.dataset;

import dev.sweepline.contract.PromptLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that were made for a spec. The same spec gives the same prompts on any JDK, whatever else
 * is generated: the random numbers come from its own seed by an algorithm that Java specifies.
 *
 * @param spec what was asked for
 * @param seed of what was made; null for imported text
 * @param counter what counted the lengths
 * @param lines in the order of the file, each prompt once
 */
public record Dataset(
    DatasetSpec spec, @Nullable Long seed, TokenCounter counter, List<PromptLine> lines) {
  public Dataset {
    lines = List.copyOf(lines);
  }

  /** Makes the prompts of bands, with estimated lengths. */
  public static Dataset generate(DatasetSpec spec) {
    return generate(spec, DatasetShape.plain());
  }

  /**
   * Makes the prompts.
   *
   * @throws dev.sweepline.contract.UserError exit code 64 when there are not so many different ones
   */
  public static Dataset generate(DatasetSpec spec, DatasetShape shape) {
    Random random = new Random(seed(spec));
    List<LengthBand> bands = bands(spec, random);
    PromptMaker maker = new PromptMaker(spec, shape, random);
    return new Dataset(
        spec, spec.seed(), shape.counter(), bands.stream().map(maker::next).toList());
  }

  /** Makes prompts of what was imported, in its order; of a trace, texts of its lengths. */
  public static Dataset of(ImportedDataset imported, DatasetSpec spec, DatasetShape shape) {
    ImportedPrompts prompts = new ImportedPrompts(spec, shape, new Random(seed(spec)));
    return new Dataset(
        spec,
        imported.hasText() ? null : Long.valueOf(spec.seed()),
        shape.counter(),
        imported.texts().stream().limit(spec.prompts()).map(prompts::line).toList());
  }

  private static List<LengthBand> bands(DatasetSpec spec, Random random) {
    List<LengthBand> bands = new ArrayList<>(spec.prompts());
    spec.mix()
        .counts(spec.prompts())
        .forEach((band, count) -> bands.addAll(Collections.nCopies(count, band)));
    Collections.shuffle(bands, random);
    return bands;
  }

  private static long seed(DatasetSpec spec) {
    String named = spec.stream() + ":" + spec.seed();
    return Sha256.of(named.getBytes(StandardCharsets.UTF_8)).firstLong();
  }

  /** Different prompts. */
  int uniquePrompts() {
    return (int)
        lines.stream()
            .map(line -> Arrays.asList(line.prompt(), line.messages()))
            .distinct()
            .count();
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
