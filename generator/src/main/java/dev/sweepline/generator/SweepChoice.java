package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.sweep.Overrides;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.sweep.SweepFile;
import dev.sweepline.generator.vetting.Vetting;
import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which configurations there are. */
final class SweepChoice {
  private static final String ALL_PHASES = "all";

  @Option(names = "--quick-test", description = "The one configuration quick_test.json.")
  private boolean quickTest;

  @Option(
      names = "--phase",
      paramLabel = "NAME",
      description =
          "memory_batch, quantization_caching, expert_parallel, chunked_prefill, scheduler or all"
              + " (default: all, unless --quick-test or --sweep is given).")
  private @Nullable String phase;

  @Option(names = "--sweep", paramLabel = "FILE", description = "A sweep of your own, in YAML.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A value for all configurations; pins an axis of that name. Repeatable.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--model", paramLabel = "NAME", description = "Name or path of the model.")
  private @Nullable String model;

  @Option(names = "--nodes", paramLabel = "N", description = "Nodes of one server.")
  private @Nullable Integer nodes;

  @Option(names = "--gpus-per-node", paramLabel = "N", description = "GPUs of each node.")
  private @Nullable Integer gpusPerNode;

  @Mixin private VllmOptions server = new VllmOptions();

  @Mixin private ModelOptions served = new ModelOptions();

  /** The file, when one is asked for. */
  Optional<SweepFile> read() {
    if (file != null && phase != null) {
      throw new UserError(ExitCode.USAGE, "--sweep and --phase exclude each other");
    }
    return Optional.ofNullable(file).map(path -> Yaml.file(SweepFile.class, path));
  }

  /** What the settings are checked against; options stand above the file. */
  Vetting vetting(Optional<SweepFile> written) {
    return new Vetting(
        Optional.ofNullable(server.catalogue())
            .or(
                () ->
                    written
                        .map(SweepFile::vllmVersion)
                        .map(VllmVersion::parse)
                        .map(FlagCatalogue::of))
            .orElseGet(FlagCatalogue::newest),
        served.model(written),
        served.gpu(written));
  }

  /** What was asked for, the quick test first. */
  List<Sweep> sweeps(Optional<SweepFile> written) {
    Overrides overrides =
        Overrides.parse(settings)
            .and("model_path", model)
            .and("num_nodes", nodes)
            .and("gpus_per_node", gpusPerNode);
    List<Sweep> sweeps = new ArrayList<>();
    if (quickTest) {
      sweeps.add(Sweep.quickTest(overrides));
    }
    written.ifPresent(it -> sweeps.add(Sweep.of(it, String.valueOf(file), overrides)));
    if (phase != null || sweeps.isEmpty()) {
      sweeps.add(Sweep.phase(phase == null ? ALL_PHASES : phase, overrides));
    }
    return sweeps;
  }
}
