package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.plan.Effort;
import dev.sweepline.generator.sweep.ConfigFiles;
import dev.sweepline.generator.sweep.Counts;
import dev.sweepline.generator.sweep.Reference;
import dev.sweepline.generator.sweep.Screened;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.sweep.SweepFile;
import dev.sweepline.generator.sweep.SweepReport;
import dev.sweepline.generator.vetting.Vetting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the server configurations of a sweep. */
@Command(
    name = "config",
    description = "Writes the server configurations of a sweep.",
    footer = {
      "",
      "Example:",
      "  sweepline config --quick-test --model Qwen/Qwen3-30B-A3B --nodes 1 --gpus-per-node 4",
      "  sweepline config --phase memory_batch --set max_model_len=16384",
      "  sweepline config --sweep my.yaml --dry-run"
    })
final class ConfigCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private SweepChoice choice = new SweepChoice();

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      defaultValue = "configs",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path outputDir = Path.of("configs");

  @Option(names = "--list", description = "Show every configuration; write nothing.")
  private boolean list;

  @Option(names = "--dry-run", description = "Show what there would be; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--minutes-per-run",
      paramLabel = "M",
      defaultValue = "15",
      description = "Assumed for the node-hours (default: ${DEFAULT-VALUE}).")
  private double minutesPerRun = 15;

  @Mixin private SizeLimit limit = new SizeLimit();

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    Optional<SweepFile> written = choice.read();
    Vetting vetting = choice.vetting(written);
    vetting.notices().forEach(it -> terminal.err().println("config: warning: " + it.message()));
    for (Sweep sweep : choice.sweeps(written)) {
      List<Screened> points = Screened.all(sweep, vetting);
      Optional<Reference> reference = written.flatMap(it -> Reference.of(it, points));
      if (list || dryRun) {
        show(terminal.out(), new SweepReport(sweep.parts(), points), written);
      } else {
        write(terminal.out(), new SweepReport(sweep.parts(), points));
      }
      reference.ifPresent(it -> terminal.out().println(it));
    }
    written
        .flatMap(it -> Optional.ofNullable(it.slo()))
        .ifPresent(slo -> terminal.out().println("for the report: aggregate --slo " + slo));
    return ExitCode.OK.status();
  }

  private void show(PrintWriter out, SweepReport report, Optional<SweepFile> written) {
    report.matrix().forEach(out::println);
    if (list) {
      report.listing().forEach(out::println);
    }
    report.dropped().forEach(out::println);
    report.counts().forEach(out::println);
    out.println(
        work(
            running(report.points()),
            written.map(SweepFile::repeatCount).orElse(1),
            written.map(SweepFile::loadCount).orElse(1)));
  }

  private String work(List<ServerConfig> experiments, int repeats, int loads) {
    Plan.Resources work = new Effort(repeats, loads, minutesPerRun).of(experiments);
    return "jobs: %d of at most %d nodes; experiments %d, repeats %d%nnode-hours: %s; loads %d, minutes a load %s"
        .formatted(
            work.jobs(),
            work.nodesPerJob(),
            experiments.size(),
            repeats,
            work.nodeHours(),
            loads,
            minutesPerRun);
  }

  private static List<ServerConfig> running(List<Screened> points) {
    Map<String, ServerConfig> experiments = new LinkedHashMap<>();
    points.stream()
        .filter(Screened::runs)
        .forEach(it -> experiments.putIfAbsent(it.experimentId(), it.config()));
    return List.copyOf(experiments.values());
  }

  private void write(PrintWriter out, SweepReport report) {
    long run = Counts.of(report.points()).run();
    if (run == 0) {
      throw new UserError(
          ExitCode.REFUSED,
          "nothing would run, first: "
              + report.points().stream()
                  .flatMap(it -> it.reason().stream())
                  .findFirst()
                  .orElse("every point is excluded"));
    }
    limit.agree(run);
    String summary =
        overwrite.tree(Path.of("")).write(new ConfigFiles(outputDir).of(report.points())).summary();
    report.counts().forEach(out::println);
    out.println(summary + " in " + outputDir);
  }
}
