package dev.sweepline.simulator;

import dev.sweepline.cli.CommandShell;

/** Runs the command as a process of its own. */
final class SimulateMain {
  private SimulateMain() {}

  public static void main(String[] args) {
    System.exit(CommandShell.run(new SimulateCommand(), args));
  }
}
