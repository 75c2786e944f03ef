package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.simulator.server.ServerSettings;
import dev.sweepline.simulator.server.SimulatedServer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The command {@code simulate}: a server until it is told to stop. */
@Command(
    name = "simulate",
    description = {
      "Serves like vLLM, with no model behind it: what it answers is fixed, when it answers is known.",
      "Takes every option of vllm serve; those that mean nothing here change nothing.",
      "Example: simulate my-model --port 8000 --max-num-seqs 32 --start-sd 0.01"
    },
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final ServeOptions serve = new ServeOptions();
  @Mixin private final SimulationOptions simulation = new SimulationOptions();
  @Unmatched private List<String> unmatched = new ArrayList<>();

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    OtherArguments others = OtherArguments.of(unmatched, command.optionsMap().keySet());
    Simulation plan = Simulation.of(serve, simulation, others.model());
    PrintWriter out = command.commandLine().getOut();
    if (!others.options().isEmpty()) {
      command
          .commandLine()
          .getErr()
          .println("simulate: without effect here: " + String.join(" ", others.options()));
    }
    run(plan.settings(), plan.startLine(), out);
    return ExitCode.OK.status();
  }

  private static void run(ServerSettings settings, String startLine, PrintWriter out) {
    SimulatedServer server = SimulatedServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, settings), "stop"));
    out.println(startLine);
    out.flush();
    server.ready().join();
    out.println("ready " + server.address());
    out.flush();
    server.awaitClose();
  }

  /** A hook that only returned would leave the JVM with the signal's exit code. */
  private static void stop(SimulatedServer server, ServerSettings settings) {
    server.close();
    settings.truthLog().close();
    Runtime.getRuntime().halt(ExitCode.OK.status());
  }
}
