package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.VllmVersion;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin private ModelOptions served = new ModelOptions();

  private Optional<SweepFile> read = Optional.empty();
  private @Nullable List<Screened> points;

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
        Optional.ofNullable(version)
            .or(() -> sweep().map(SweepFile::vllmVersion).map(VllmVersion::parse))
            .orElse(null),
        served.model(sweep()),
        served.gpu(sweep()));
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

  /** Every point of the sweep, checked once. */
  private List<Screened> points() {
    List<Screened> known = points;
    if (known == null) {
      known =
          sweep()
              .map(it -> Sweep.of(it, String.valueOf(file), Overrides.none()))
              .map(it -> Screened.all(it, vetting()))
              .orElse(List.of());
      points = known;
    }
    return known;
  }

  private Vetting vetting() {
    ServerFacts facts = facts();
    return new Vetting(facts.catalogue(), facts.model(), facts.gpu());
  }
}
