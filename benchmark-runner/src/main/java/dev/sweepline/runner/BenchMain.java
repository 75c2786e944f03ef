package dev.sweepline.runner;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.simulator.SimulateCommand;
import picocli.CommandLine.Command;

/** The command line of the benchmark jar. */
@Command(
    name = "sweepline",
    description = "Loads a vLLM server, or plays one.",
    subcommands = {
      BenchCommand.class,
      SimulateCommand.class,
      SelftestCommand.class,
      ExplainLogCommand.class
    })
public final class BenchMain {
  private BenchMain() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(CommandShell.run(command(), args));
  }

  static Object command() {
    return new BenchMain();
  }
}
