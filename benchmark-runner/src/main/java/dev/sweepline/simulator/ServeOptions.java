package dev.sweepline.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code vllm serve} that mean something to the simulator. */
final class ServeOptions {
  @Option(names = "--model", paramLabel = "NAME", description = "The model; or the first argument.")
  @Nullable String model;

  @Option(
      names = "--served-model-name",
      arity = "1..*",
      parameterConsumer = ValueList.class,
      paramLabel = "NAME",
      description = "Names that requests use. Default: the model.")
  List<String> servedModelNames = List.of();

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Default: ${DEFAULT-VALUE}.")
  String host = "";

  @Option(
      names = "--port",
      defaultValue = "8000",
      description = "0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--api-key",
      arity = "1..*",
      parameterConsumer = ValueList.class,
      paramLabel = "KEY",
      description = "Keys of which a client must send one. Also from VLLM_API_KEY.")
  List<String> apiKeys = List.of();

  @Option(
      names = "--max-model-len",
      converter = TokenCount.class,
      defaultValue = "16384",
      paramLabel = "TOKENS",
      description = "Prompt and answer together at most. Default: ${DEFAULT-VALUE}.")
  int maxModelLen;

  @Option(
      names = "--max-num-seqs",
      converter = TokenCount.class,
      defaultValue = "256",
      paramLabel = "N",
      description = "Sequences in a step at most. Default: ${DEFAULT-VALUE}.")
  int maxNumSeqs;

  @Option(
      names = "--max-num-batched-tokens",
      converter = TokenCount.class,
      defaultValue = "8192",
      paramLabel = "TOKENS",
      description = "Tokens in a step at most. Default: ${DEFAULT-VALUE}.")
  int maxNumBatchedTokens;

  @Option(
      names = "--gpu-memory-utilization",
      defaultValue = "0.92",
      paramLabel = "SHARE",
      description = "Share of the GPUs' memory to use. Default: ${DEFAULT-VALUE}.")
  double gpuMemoryUtilization;

  @Option(
      names = "--block-size",
      defaultValue = "16",
      paramLabel = "TOKENS",
      description = "Tokens in a KV block. Default: ${DEFAULT-VALUE}.")
  int blockSize;

  @Option(
      names = "--kv-cache-dtype",
      defaultValue = "auto",
      paramLabel = "TYPE",
      description = "The fp8 types double the number of KV blocks. Default: ${DEFAULT-VALUE}.")
  String kvCacheDtype = "";

  @Option(
      names = "--enable-prefix-caching",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Share blocks of equal prompts. Default: on.")
  boolean prefixCaching;

  @Option(
      names = "--enable-chunked-prefill",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Compute a prompt over several steps. Default: on.")
  boolean chunkedPrefill;

  @Option(
      names = {"--data-parallel-size", "-dp"},
      defaultValue = "1",
      paramLabel = "N",
      description = "Engines. Default: ${DEFAULT-VALUE}.")
  int dataParallelSize;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of all that is drawn. Default: random.")
  @Nullable Long seed;
}
