package dev.sweepline.runner;

import dev.sweepline.contract.Load.Balancing;
import dev.sweepline.contract.Load.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which server is loaded, and with what. */
final class TargetOptions {
  @Option(
      names = {"--base-url", "--server-url"},
      paramLabel = "URL",
      split = ",",
      defaultValue = "http://127.0.0.1:8000",
      description = "A server; several repeat it or have commas (default: ${DEFAULT-VALUE}).")
  List<String> baseUrls = List.of();

  @Option(
      names = "--balancing",
      paramLabel = "RULE",
      description = "Of several servers: round-robin or least-in-flight (default: round-robin).",
      converter = BalancingConverter.class)
  Balancing balancing = Balancing.ROUND_ROBIN;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model to ask for (default: the first that /v1/models lists).")
  @Nullable String model;

  @Option(
      names = "--endpoint",
      paramLabel = "API",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Endpoint endpoint = Endpoint.COMPLETIONS;

  @Option(
      names = "--dataset",
      paramLabel = "FILE",
      required = true,
      description = "Prompts: a path, or a name that is looked up in datasets/.")
  String dataset = "";

  @Option(
      names = "--config-file",
      paramLabel = "FILE",
      description = "The server's configuration; names the experiment (default: the model alone).")
  @Nullable String configFile;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Sampling temperature that is sent (default: ${DEFAULT-VALUE}).")
  double temperature = 0.7;

  @Option(
      names = "--max-output-tokens",
      paramLabel = "N",
      description = "Output limit of every request (default: the dataset's own).")
  @Nullable Integer maxOutputTokens;

  @Option(
      names = "--ignore-eos",
      description = "Tell the server to run to the limit (ignore_eos and min_tokens).")
  boolean ignoreEos;

  @Option(names = "--no-stream", description = "Ask for whole answers instead of streams.")
  boolean noStream;

  @Option(
      names = "--extra-body",
      paramLabel = "JSON",
      description = "An object whose fields are added to every request.")
  @Nullable String extraBody;
}
