package dev.sweepline.generator;

import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.dataset.Dataset;
import dev.sweepline.generator.dataset.DatasetFiles;
import dev.sweepline.generator.dataset.DatasetShape;
import dev.sweepline.generator.dataset.DatasetSpec;
import dev.sweepline.generator.dataset.ImportedDataset;
import dev.sweepline.generator.dataset.LengthDistribution;
import dev.sweepline.generator.dataset.LengthMix;
import dev.sweepline.generator.dataset.StatsTable;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes prompts. */
@Command(
    name = "dataset",
    description = "Writes prompts: the standard suite, or one dataset of your own measures.",
    footer = {
      "",
      "Example:",
      "  sweepline dataset --create-suite --show-stats",
      "  sweepline dataset --num-prompts 1000 --length-distribution short=0.2,medium=0.6,long=0.2"
    })
final class DatasetCommand implements Callable<Integer> {
  private static final int DEFAULT_PROMPTS = 500;
  private static final int DEFAULT_OUTPUT_TOKENS = 512;
  private static final String DEFAULT_MIX = "short=0.2,medium=0.6,long=0.2";
  private static final String LINES = ".jsonl";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--create-suite",
      description =
          "quick_test, medium_balanced, large_throughput, short_latency and long_context.")
  private boolean createSuite;

  @Option(names = "--show-stats", description = "Print a table of the lengths.")
  private boolean showStats;

  @Option(
      names = "--num-prompts",
      paramLabel = "N",
      description = "Prompts of a single dataset (default: " + DEFAULT_PROMPTS + ").")
  private @Nullable Integer prompts;

  @Option(
      names = "--max-output-tokens",
      paramLabel = "N",
      description =
          "Cap on an answer's length (default: "
              + DEFAULT_OUTPUT_TOKENS
              + ", none with --output-length-distribution).")
  private @Nullable Integer maxOutputTokens;

  @Option(
      names = "--length-distribution",
      paramLabel = "MIX",
      description =
          "Shares of bands, or fixed:N, uniform:A-B, lognormal:p50=X,p95=Y (default: "
              + DEFAULT_MIX
              + ").")
  private @Nullable String mix;

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "Name of the file (default: custom_<prompts>.jsonl).")
  private @Nullable String output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      defaultValue = "datasets",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path outputDir = Path.of("datasets");

  @Mixin private DatasetShapeOptions shapeOptions = new DatasetShapeOptions();

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    List<GeneratedFile> files = new ArrayList<>();
    List<DatasetManifest> manifests = new ArrayList<>();
    DatasetShape shape = shapeOptions.shape(mix);
    ImportedDataset imported = shapeOptions.imported();
    if (imported != null && (createSuite || mix != null)) {
      throw new UserError(
          ExitCode.USAGE, "--from has its own prompts; leave --create-suite and lengths away");
    }
    for (DatasetSpec wanted : specs(imported)) {
      Dataset dataset =
          imported == null ? Dataset.generate(wanted, shape) : Dataset.of(imported, wanted, shape);
      DatasetFiles.Rendered rendered = new DatasetFiles(outputDir).of(dataset);
      files.addAll(rendered.files());
      manifests.add(rendered.manifest());
    }
    if (imported != null) {
      terminal
          .out()
          .printf(
              "imported: %d usable, %d skipped for want of a prompt or an answer%n",
              imported.texts().size(), imported.skipped());
    }
    String done = overwrite.tree(Path.of("")).write(files).summary();
    if (showStats) {
      StatsTable.lines(manifests).forEach(terminal.out()::println);
      terminal.out().println();
    }
    terminal.out().printf("datasets: %d; %s in %s%n", manifests.size(), done, outputDir);
    return ExitCode.OK.status();
  }

  private List<DatasetSpec> specs(@Nullable ImportedDataset imported) {
    if (!createSuite) {
      return List.of(custom(imported == null ? DEFAULT_PROMPTS : imported.texts().size()));
    }
    if (Stream.of(prompts, maxOutputTokens, mix, output).anyMatch(option -> option != null)) {
      throw new UserError(
          ExitCode.USAGE,
          "--create-suite has its own sizes; it goes with --seed, --output-dir and --show-stats");
    }
    return DatasetSpec.suite(seed);
  }

  private DatasetSpec custom(int available) {
    int count = prompts == null ? available : prompts;
    String name = output == null ? "custom_" + count : output;
    try {
      return DatasetSpec.custom(
          name.endsWith(LINES) ? name.substring(0, name.length() - LINES.length()) : name,
          count,
          LengthMix.parse(mix == null || LengthDistribution.names(mix) ? DEFAULT_MIX : mix),
          maxOutputTokens == null
              ? shapeOptions.capUnlessStated(DEFAULT_OUTPUT_TOKENS)
              : maxOutputTokens,
          seed);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
