package dev.sweepline.generator;

import dev.sweepline.cli.CommandShell;
import picocli.CommandLine.Command;

/** The commands that come before a job: configurations, datasets, job scripts. */
@Command(
    name = "sweepline",
    description = "Generates what a sweep runs.",
    subcommands = {
      ConfigCommand.class,
      DatasetCommand.class,
      SbatchCommand.class,
      StatusCommand.class,
      RetryCommand.class,
      CancelCommand.class,
      ValidateCommand.class
    })
public final class GeneratorMain {
  private GeneratorMain() {}

  /** All commands, not yet parsed. */
  public static Object command() {
    return new GeneratorMain();
  }

  /** Runs one of the commands and exits with its code. */
  public static void main(String[] args) {
    System.exit(CommandShell.run(command(), args));
  }
}
