package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.plan.ConfigFile;
import dev.sweepline.generator.plan.Planner;
import dev.sweepline.generator.plan.ServerFacts;
import dev.sweepline.generator.sweep.Overrides;
import dev.sweepline.generator.sweep.Reference;
import dev.sweepline.generator.sweep.Screened;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.sweep.SweepFile;
import dev.sweepline.generator.sweep.SweepSlo;
import dev.sweepline.generator.vetting.Vetting;
import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a plan that a sweep can answer too; those that are given stand above it. */
final class SweepOfPlan {
  @Option(
      names = "--sweep",
      paramLabel = "FILE",
      description =
          "Only the experiments of this sweep; its repeats, loads, version, model and GPU where no"
              + " option says otherwise.")
  private @Nullable Path file;

  @Option(
      names = "--vllm-version",
      paramLabel = "V",
      converter = VersionOption.class,
      description =
          "The version that the servers have (default: the one that --sweep names, else the newest"
              + " known).")
  private @Nullable VllmVersion version;

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

  private Optional<SweepFile> read = Optional.empty();

  /** The sweep, when one is named. */
  Optional<SweepFile> sweep() {
    if (read.isEmpty()) {
      read = Optional.ofNullable(file).map(path -> Yaml.file(SweepFile.class, path));
    }
    return read;
  }

  /** What the configurations are checked against. */
  ServerFacts facts() {
    return new ServerFacts(
        stated(
            version, it -> it.vllmVersion() == null ? null : VllmVersion.parse(it.vllmVersion())),
        Optional.ofNullable(stated(modelConfig, SweepFile::modelConfig))
            .map(ModelConfig::file)
            .orElse(null),
        Optional.ofNullable(stated(gpu, SweepFile::gpu)).map(Gpu::named).orElse(null));
  }

  private <T> @Nullable T stated(@Nullable T option, Function<SweepFile, @Nullable T> written) {
    return option != null ? option : sweep().map(written).orElse(null);
  }

  /**
   * Those configurations that are experiments of the sweep; all without one.
   *
   * @throws UserError exit code 66 when none is
   */
  List<ConfigFile> among(List<ConfigFile> configs) {
    if (file == null) {
      return configs;
    }
    Set<String> ids =
        points().stream()
            .filter(Screened::runs)
            .map(Screened::experimentId)
            .collect(Collectors.toSet());
    Vetting vetting = vetting();
    List<ConfigFile> chosen =
        configs.stream()
            .filter(it -> ids.contains(vetting.folded(it.config()).experimentId()))
            .toList();
    if (chosen.isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "none of %d configurations is one of the %d experiments of %s; write them with: sweepline config --sweep %s"
              .formatted(configs.size(), ids.size(), file, file));
    }
    return chosen;
  }

  /** What the sweep is for. */
  Planner.Goal goal() {
    Optional<SweepFile> sweep = sweep();
    return new Planner.Goal(
        sweep
            .flatMap(it -> Reference.of(it, points()))
            .map(it -> it.point().experimentId())
            .orElse(null),
        sweep.map(SweepFile::slo).map(SweepOfPlan::slo).orElse(null));
  }

  private static Plan.Slo slo(SweepSlo slo) {
    return new Plan.Slo(slo.ttft(), slo.tpot(), slo.e2e());
  }

  private List<Screened> points() {
    return sweep()
        .map(it -> Sweep.of(it, String.valueOf(file), Overrides.none()))
        .map(it -> Screened.all(it, vetting()))
        .orElse(List.of());
  }

  private Vetting vetting() {
    ServerFacts facts = facts();
    return new Vetting(facts.catalogue(), facts.model(), facts.gpu());
  }
}
