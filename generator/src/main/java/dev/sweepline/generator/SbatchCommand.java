package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.Tool;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.output.GeneratedFile;
import dev.sweepline.generator.output.OutputTree;
import dev.sweepline.generator.plan.ConfigFile;
import dev.sweepline.generator.plan.GoneKeys;
import dev.sweepline.generator.plan.LoadDoubts;
import dev.sweepline.generator.plan.LoadPoints;
import dev.sweepline.generator.plan.OneMachine;
import dev.sweepline.generator.plan.PlanFile;
import dev.sweepline.generator.plan.Planner;
import dev.sweepline.generator.plan.ServerFacts;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ClusterProfiles;
import dev.sweepline.generator.script.JobScripts;
import dev.sweepline.generator.script.LaunchScript;
import dev.sweepline.generator.sweep.SweepFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a job script for each configuration, the launcher and the plan. */
@Command(
    name = "sbatch",
    description = "Writes a job script for each configuration, the launcher and the plan.",
    footer = {
      "",
      "Example:",
      "  sweepline sbatch --single-config configs/quick_test.json --request-rate 5",
      "  sweepline sbatch --config-dir configs/memory_batch --concurrency 16,64 --repeats 3",
      "",
      "The scripts run by sbatch or, without Slurm, by ./launch_all_experiments.sh --local"
    })
final class SbatchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "Configurations, searched deep (default: configs).")
  private @Nullable Path configDir;

  @Option(names = "--single-config", paramLabel = "FILE", description = "One configuration.")
  private @Nullable Path singleConfig;

  @Option(
      names = "--phase",
      paramLabel = "NAME",
      description = "Only configurations of this phase.")
  private @Nullable String phase;

  @Option(
      names = "--dataset",
      paramLabel = "PATH-OR-NAME",
      defaultValue = "medium_balanced.jsonl",
      description = "A path, or a name in datasets/ (default: ${DEFAULT-VALUE}).")
  private String dataset = "medium_balanced.jsonl";

  @Option(
      names = "--request-rate",
      paramLabel = "R",
      split = ",",
      description =
          "Requests per second of open loops, a number or inf; one load point each (default: 10.0,"
              + " unless --concurrency is given).")
  private List<String> rates = new ArrayList<>();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      split = ",",
      description = "Slots of closed loops; one load point each.")
  private List<Integer> concurrencies = new ArrayList<>();

  @Mixin private SweepOfPlan sweep = new SweepOfPlan();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Server starts of each experiment (default: 1).")
  private @Nullable Integer repeats;

  @Option(
      names = "--max-prompts",
      paramLabel = "N",
      description = "Requests a load point (default: all prompts).")
  private @Nullable Integer maxPrompts;

  @Option(
      names = "--warmup-requests",
      paramLabel = "N",
      defaultValue = "0",
      description = "Requests before each load point (default: ${DEFAULT-VALUE}).")
  private int warmupRequests;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Of the order of the load points (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--cluster",
      paramLabel = "PROFILE",
      defaultValue = "local-vllm",
      description =
          "A YAML file, or local-vllm, simulator, slurm-vllm (default: ${DEFAULT-VALUE}).")
  private String cluster = "local-vllm";

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The sweep directory: where scripts and plan go (default: ${DEFAULT-VALUE}).")
  private Path outputDir = Path.of(".");

  @Option(
      names = "--results-dir",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Below the sweep directory, or absolute (default: ${DEFAULT-VALUE}).")
  private Path resultsDir = Path.of("results");

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    ServerFacts facts = sweep.facts();
    FlagCatalogue options = facts.catalogue();
    List<ConfigFile> configs = sweep.among(configs());
    options.notices().forEach(it -> warn(terminal.err(), it.message()));
    GoneKeys.warnings(configs, options).forEach(line -> warn(terminal.err(), line));
    ClusterProfile profile = ClusterProfiles.find(cluster);
    DatasetFile prompts = DatasetFile.find(Path.of(""), dataset);
    Plan plan = plan(configs, planner(facts, profile, prompts));
    LoadDoubts.of(plan, prompts).forEach(line -> warn(terminal.err(), line));
    OneMachine.warning(plan, profile).ifPresent(line -> warn(terminal.err(), line));
    plan.refused().forEach(it -> warn(terminal.err(), it.name() + " is left out: " + it.reason()));
    Path folder = outputDir.toAbsolutePath().normalize();
    OutputTree tree = overwrite.tree(folder);
    OutputTree.Written written = tree.write(files(plan, profile, folder));
    tree.createFolder(Path.of(RunFiles.LOGS));
    terminal
        .out()
        .printf(
            "%d configurations, %d experiments, %d loads, %d repeats: %d server starts%n%s in %s%n",
            configs.size(),
            plan.experiments().size(),
            plan.loads().size(),
            plan.repeats(),
            plan.resources().jobs(),
            written.summary(),
            outputDir);
    terminal.out().printf("next: %s%n", next(profile));
    return ExitCode.OK.status();
  }

  private List<ConfigFile> configs() {
    if (singleConfig != null && configDir != null) {
      throw new UserError(ExitCode.USAGE, "--single-config and --config-dir exclude each other");
    }
    List<ConfigFile> found =
        singleConfig != null
            ? List.of(ConfigFile.read(singleConfig))
            : ConfigFile.below(configDir == null ? Path.of(RunFiles.CONFIGS) : configDir);
    List<ConfigFile> wanted =
        found.stream().filter(file -> phase == null || phase.equals(file.phase())).toList();
    if (wanted.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "no configuration of phase " + phase);
    }
    return wanted;
  }

  private Planner planner(ServerFacts facts, ClusterProfile profile, DatasetFile prompts) {
    int starts = repeats != null ? repeats : sweep.sweep().map(SweepFile::repeatCount).orElse(1);
    try {
      return new Planner(profile, facts, prompts, loads(), starts);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private Plan plan(List<ConfigFile> configs, Planner planner) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try {
      return planner.plan(configs, new Planner.Origin(now, Tool.current()), sweep.goal());
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private List<Plan.LoadPoint> loads() {
    return sweep
        .sweep()
        .flatMap(file -> Optional.ofNullable(file.loads()))
        .filter(file -> rates.isEmpty() && concurrencies.isEmpty())
        .map(file -> file.points(maxPrompts))
        .orElseGet(() -> LoadPoints.of(rates, concurrencies, maxPrompts));
  }

  private List<GeneratedFile> files(Plan plan, ClusterProfile profile, Path folder) {
    Path results = folder.resolve(resultsDir).normalize();
    JobScripts.Run run = new JobScripts.Run(folder, results, warmupRequests, seed);
    List<GeneratedFile> files = new ArrayList<>(new JobScripts(plan, profile, run).all());
    files.add(new LaunchScript(folder, results, Aggregation.command(results)).of(plan));
    files.add(new PlanFile(folder).of(plan));
    return files;
  }

  private String next(ClusterProfile profile) {
    String launcher = outputDir.resolve(RunFiles.LAUNCH_SCRIPT).toString();
    return (launcher.startsWith("/") || launcher.startsWith("./") ? "" : "./")
        + launcher
        + (profile.launch() == ClusterProfile.Launch.SLURM ? "" : " --local");
  }

  private static void warn(PrintWriter err, String line) {
    err.println("sbatch: warning: " + line);
  }
}
