package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.simulator.fault.FaultCatalogue;
import dev.sweepline.simulator.server.ServerSettings;
import dev.sweepline.simulator.server.SimulatedServer;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
      "Example: simulate my-model --port 8000 --fault stall=0.01,stream_error=0.02"
    },
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  private @Nullable CommandSpec spec;
  @Mixin private final ServeOptions serve = new ServeOptions();
  @Mixin private final FleetOptions fleet = new FleetOptions();
  @Mixin private final SimulationOptions simulation = new SimulationOptions();

  @Mixin private final FaultOptions faults = new FaultOptions();
  @Unmatched private List<String> unmatched = new ArrayList<>();

  /** An option that is given twice has its last value, as in vLLM. */
  @Spec
  void spec(CommandSpec given) {
    given.parser().overwrittenOptionsAllowed(true);
    spec = given;
  }

  @Override
  public Integer call() {
    if (faults.list) {
      FaultCatalogue.all()
          .forEach(
              fault ->
                  say(
                      command().commandLine().getOut(),
                      "%-18s  %s".formatted(fault.name(), fault.description())));
      return ExitCode.OK.status();
    }
    Simulation plan = simulation();
    CommandLine line = command().commandLine();
    if (!plan.ignored().isEmpty()) {
      say(line.getErr(), "simulate: without effect here: " + String.join(" ", plan.ignored()));
    }
    if (fleet.headless) {
      runHeadless(plan, line.getOut());
    } else {
      run(plan, line.getOut());
    }
    return ExitCode.OK.status();
  }

  /** What the parsed options amount to. */
  Simulation simulation() {
    OtherArguments others = OtherArguments.of(unmatched, command().optionsMap().keySet());
    return Simulation.of(serve, fleet, simulation, faults, others);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec, "spec");
  }

  private static void runHeadless(Simulation plan, PrintWriter out) {
    Runtime.getRuntime().addShutdownHook(new Thread(SimulateCommand::halt, "stop"));
    say(out, plan.startLine());
    new Headless(plan.place(), plan.settings().startup(), plan.settings().crash())
        .run(line -> say(out, line));
  }

  private static void run(Simulation plan, PrintWriter out) {
    // Netty tells of an exception in a task by its log only.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    SimulatedServer server = SimulatedServer.start(plan.settings(), plan.place().gather());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, plan.settings()), "stop"));
    say(out, plan.startLine());
    server.ready().join();
    say(out, "ready " + server.address());
    server.awaitClose();
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private static void stop(SimulatedServer server, ServerSettings settings) {
    server.close();
    settings.truthLog().close();
    halt();
  }

  /** A hook that only returned would leave the JVM with the signal's exit code. */
  private static void halt() {
    Runtime.getRuntime().halt(ExitCode.OK.status());
  }
}
