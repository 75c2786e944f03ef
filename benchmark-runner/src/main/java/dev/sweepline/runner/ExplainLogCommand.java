package dev.sweepline.runner;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.failure.FailureReading;
import dev.sweepline.failure.ServerFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a server died. */
@Command(
    name = "explain-log",
    description = "Says in one line why a server died, by the logs of all its processes.",
    footer = {
      "",
      "Example:",
      "  sweepline explain-log logs/exp_0123456789ab_4711/*.log",
    })
final class ExplainLogCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "LOG",
      arity = "1..*",
      description = "Logs of one server, one a process, named ROLE-NODE.log.")
  private List<Path> logs = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    ServerFailure failure =
        FailureReading.of(logs)
            .orElseThrow(
                () -> new UserError(ExitCode.NO_INPUT, "no line to read in %s".formatted(named())));
    CommandSpec command = Objects.requireNonNull(spec, "spec");
    command
        .commandLine()
        .getOut()
        .println(json ? ContractJson.current().line(failure) : failure.summary());
    return ExitCode.OK.status();
  }

  private String named() {
    return logs.get(0) + (logs.size() == 1 ? "" : " and " + (logs.size() - 1) + " more");
  }
}
