package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.dataset.DatasetShape;
import dev.sweepline.generator.dataset.ImportedDataset;
import dev.sweepline.generator.dataset.LengthDistribution;
import dev.sweepline.generator.dataset.ModelTokenizer;
import dev.sweepline.generator.dataset.WordCount;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the prompts of datasets are made and counted. */
final class DatasetShapeOptions {
  @Option(
      names = "--tokenizer",
      paramLabel = "PATH",
      description =
          "Count with the model's tokenizer: its tokenizer.json or folder (default: an estimate).")
  private @Nullable Path tokenizer;

  @Option(
      names = "--output-length-distribution",
      paramLabel = "LENGTHS",
      description =
          "Lengths of answers: fixed:N, uniform:A-B or lognormal:p50=X,p95=Y (default: by band).")
  private @Nullable String outputs;

  @Option(
      names = "--prefix-groups",
      paramLabel = "N",
      defaultValue = "0",
      description = "Beginnings that prompts share in turn (default: none).")
  private int prefixGroups;

  @Option(
      names = "--prefix-tokens",
      paramLabel = "N",
      defaultValue = "0",
      description = "Length of each shared beginning.")
  private int prefixTokens;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Take prompts of ShareGPT JSON, JSON lines or CSV, or lengths of a trace.")
  private @Nullable Path from;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Column of a CSV that holds the prompts (default: it is a trace).")
  private @Nullable String column;

  /** Lengths that are asked for are not cut by a default. */
  int capUnlessStated(int usual) {
    return outputs == null ? usual : Integer.MAX_VALUE;
  }

  /** What is imported; null when prompts are made. */
  @Nullable ImportedDataset imported() {
    if (from == null && column != null) {
      throw new UserError(ExitCode.USAGE, "--column goes with --from");
    }
    if (from != null && prefixGroups > 0) {
      throw new UserError(ExitCode.USAGE, "--prefix-groups does not go with --from");
    }
    return from == null ? null : ImportedDataset.read(from, column);
  }

  /**
   * The shape.
   *
   * @param lengths of prompts as typed; shares of bands are not the shape's
   */
  DatasetShape shape(@Nullable String lengths) {
    try {
      return new DatasetShape(
          tokenizer == null ? new WordCount() : ModelTokenizer.load(tokenizer),
          lengths != null && LengthDistribution.names(lengths)
              ? LengthDistribution.parse(lengths)
              : null,
          outputs == null ? null : LengthDistribution.parse(outputs),
          prefixGroups,
          prefixTokens);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
