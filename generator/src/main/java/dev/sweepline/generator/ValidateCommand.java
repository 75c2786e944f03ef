package dev.sweepline.generator;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.validation.Validation;
import dev.sweepline.generator.validation.ValidationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which configurations a server would refuse, and which are doubtful. */
@Command(
    name = "validate",
    description = "Says which configurations a server would refuse, and which are doubtful.",
    footer = {
      "",
      "Example:",
      "  sweepline validate configs --vllm-version 0.29",
      "  sweepline validate plan.json --gpu H200 --json",
      "  sweepline validate configs --vllm-command 'vllm serve'",
      "",
      "Exit code 64 when there is an error, 0 when there are warnings at most."
    })
final class ValidateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Configurations, plans, sweeps, or folders of them (default: configs).")
  private List<Path> paths = new ArrayList<>();

  @Mixin private VllmOptions vllm = new VllmOptions();

  @Mixin private ModelOptions served = new ModelOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Validation validation =
        new Validation(
            vllm.catalogue(), served.model(Optional.empty()), served.gpu(Optional.empty()));
    ValidationReport report =
        validation.of(paths.isEmpty() ? List.of(Path.of(RunFiles.CONFIGS)) : paths);
    Terminal terminal = Terminal.of(spec);
    if (json) {
      terminal.out().println(ContractJson.current().line(report.json()));
    } else {
      report.lines().forEach(terminal.out()::println);
    }
    return (report.errors() == 0 ? ExitCode.OK : ExitCode.REFUSED).status();
  }
}
