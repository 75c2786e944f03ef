package dev.sweepline.runner;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say how the servers are reached. */
final class AccessOptions {
  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "Holds the API key (default: the variable OPENAI_API_KEY).")
  @Nullable Path apiKeyFile;

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "Sent with every request; repeats. Its value is in no output.")
  List<String> headers = List.of();

  @ArgGroup(exclusive = true)
  @Nullable Proof proof;

  @Option(
      names = "--skip-preflight",
      description =
          "Start the load without asking for health, one completion, and the limits of this host;"
              + " with --model also without asking for models.")
  boolean skipPreflight;

  /** What a server must show. */
  static final class Proof {
    @Option(
        names = "--ca-file",
        paramLabel = "PEM",
        description = "Certificates that are trusted for https (default: the JDK's).")
    @Nullable Path caFile;

    @Option(names = "--insecure", description = "Trust every certificate.")
    boolean insecure;
  }
}
