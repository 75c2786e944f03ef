package dev.sweepline.generator;

import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.model.ModelFacts;
import dev.sweepline.generator.sweep.SweepFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is served, and on what. */
final class ModelOptions {
  @Option(
      names = "--model-config",
      paramLabel = "FILE",
      description = "The model's config.json, for a model that is not known by its name.")
  private @Nullable Path modelConfig;

  @Option(
      names = "--gpu",
      paramLabel = "NAME",
      description = "Kind of GPU, such as H200, to check memory and number formats.")
  private @Nullable String gpu;

  /** Facts of the model; null to look them up by its name. The option stands above the sweep. */
  @Nullable ModelFacts model(Optional<SweepFile> sweep) {
    return Optional.ofNullable(modelConfig)
        .or(() -> sweep.map(SweepFile::modelConfig))
        .map(ModelConfig::file)
        .orElse(null);
  }

  /** Kind of GPU; null when it shall not matter. The option stands above the sweep. */
  @Nullable Gpu gpu(Optional<SweepFile> sweep) {
    return Optional.ofNullable(gpu)
        .or(() -> sweep.map(SweepFile::gpu))
        .map(Gpu::named)
        .orElse(null);
  }
}
