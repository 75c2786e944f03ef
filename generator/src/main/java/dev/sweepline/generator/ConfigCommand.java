package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.generator.sweep.ConfigFiles;
import dev.sweepline.generator.sweep.Overrides;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.sweep.SweepPoint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      "  sweepline config --phase memory_batch --set max_model_len=16384"
    })
final class ConfigCommand implements Callable<Integer> {
  private static final String ALL_PHASES = "all";

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--quick-test", description = "The one configuration quick_test.json.")
  private boolean quickTest;

  @Option(
      names = "--phase",
      paramLabel = "NAME",
      description =
          "memory_batch, quantization_caching, expert_parallel, chunked_prefill, scheduler or all"
              + " (default: all, unless --quick-test is given).")
  private @Nullable String phase;

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

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      defaultValue = "configs",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path outputDir = Path.of("configs");

  @Option(names = "--list", description = "Show every configuration; write nothing.")
  private boolean list;

  @Option(names = "--dry-run", description = "Count only; write nothing.")
  private boolean dryRun;

  @Mixin private OverwriteOption overwrite = new OverwriteOption();

  @Override
  public Integer call() {
    PrintWriter out = Terminal.of(spec).out();
    Overrides overrides =
        Overrides.parse(settings)
            .and("model_path", model)
            .and("num_nodes", nodes)
            .and("gpus_per_node", gpusPerNode);
    for (Sweep sweep : sweeps(overrides)) {
      if (list) {
        sweep.points().forEach(point -> out.println(line(point)));
      }
      String counts =
          "%s: %d raw, %d distinct"
              .formatted(names(sweep), sweep.points().size(), sweep.distinct());
      out.println(list || dryRun ? counts : counts + "; " + write(sweep) + " in " + outputDir);
    }
    return ExitCode.OK.status();
  }

  private List<Sweep> sweeps(Overrides overrides) {
    List<Sweep> sweeps = new ArrayList<>();
    if (quickTest) {
      sweeps.add(Sweep.quickTest(overrides));
    }
    if (phase != null || !quickTest) {
      sweeps.add(Sweep.phase(phase == null ? ALL_PHASES : phase, overrides));
    }
    return sweeps;
  }

  private String write(Sweep sweep) {
    return overwrite.tree(Path.of("")).write(new ConfigFiles(outputDir).of(sweep)).summary();
  }

  private static String names(Sweep sweep) {
    return sweep.points().stream()
        .map(SweepPoint::phase)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String line(SweepPoint point) {
    return "%s  %s  %s"
        .formatted(
            point.config().experimentId(),
            point.phase(),
            point.levels().entrySet().stream()
                .map(ConfigCommand::level)
                .collect(Collectors.joining(" ")));
  }

  private static String level(Map.Entry<String, Object> level) {
    return level.getKey() + "=" + level.getValue();
  }
}
