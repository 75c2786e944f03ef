package dev.sweepline.failure;

import java.util.List;

/** Models that cannot be loaded. */
final class ModelCauses {
  static final List<Cause> ALL =
      List.of(
          Cause.root(
              "model_access",
              "GatedRepoError|gated repo|(?:401|403) Client Error",
              "ask for access to the model, or download it before and name its folder"),
          Cause.root(
              "missing_weights",
              "is not a local folder and is not a valid model identifier"
                  + "|Invalid repository ID or local directory"
                  + "|Cannot find any model weights|Can't load the configuration of"
                  + "|RepositoryNotFoundError|Repository Not Found|LocalEntryNotFoundError"
                  + "|OfflineModeIsEnabled|Repo id must|can't load .* for '"
                  + "|couldn't connect to .*huggingface|does not appear to have a file named"
                  + "|FileNotFoundError: .*(?:config\\.json|safetensors|tokenizer)",
              "check the model's path on every node, or download the model before"),
          Cause.root(
              "damaged_weights",
              "SafetensorError|HeaderTooLarge|MetadataIncompleteBuffer|PytorchStreamReader failed",
              "download the model's files again"),
          Cause.root(
              "unsupported_model",
              "Model architectures .* (?:are not supported|failed to be inspected)"
                  + "|Transformers does not recognize this architecture",
              "take a vLLM that knows this model"),
          Cause.root(
              "remote_code",
              "requires you to execute the|trust_remote_code=True",
              "read the model's code, then set trust_remote_code"),
          Cause.root(
              "uneven_shards",
              "must be divisible by tensor parallel size|is not divisible by"
                  + "|Number of experts .* must be",
              "check the parallel sizes with: sweepline validate"));

  private ModelCauses() {}
}
