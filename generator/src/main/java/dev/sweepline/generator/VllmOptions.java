package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.validation.ServerHelp;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server configurations are meant for. */
final class VllmOptions {
  @Option(
      names = "--vllm-version",
      paramLabel = "V",
      converter = VersionOption.class,
      description =
          "The version whose options count, such as 0.29 (default: the one that a plan or sweep"
              + " names, else the newest known).")
  private @Nullable VllmVersion version;

  @Option(
      names = "--vllm-help",
      paramLabel = "FILE",
      description = "The options of your own server: what 'vllm serve --help=all' printed.")
  private @Nullable Path help;

  @Option(
      names = "--vllm-command",
      paramLabel = "CMD",
      description = "The same, asked of the server: a command such as 'vllm serve'.")
  private @Nullable String command;

  /**
   * The options of that server; null when none is stated.
   *
   * @throws UserError exit code 2 when they exclude each other, 65 or 66 when it does not tell
   */
  @Nullable FlagCatalogue catalogue() {
    if (help != null && command != null) {
      throw new UserError(ExitCode.USAGE, "--vllm-help and --vllm-command exclude each other");
    }
    if (help != null) {
      return ofHelp(ServerHelp.file(help), help.toString());
    }
    if (command != null) {
      return ofHelp(ServerHelp.command(command), command);
    }
    return version == null ? null : FlagCatalogue.of(version);
  }

  private FlagCatalogue ofHelp(String text, String source) {
    VllmVersion assumed = version == null ? FlagCatalogue.newest().version() : version;
    try {
      return FlagCatalogue.ofHelp(text, assumed);
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.MALFORMED, source + ": " + e.getMessage(), e);
    }
  }
}
