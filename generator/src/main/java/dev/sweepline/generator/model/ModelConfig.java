package dev.sweepline.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sweepline.contract.ContractException;
import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads facts of a model out of its {@code config.json}. */
public final class ModelConfig {
  /** Of a three-matrix feed-forward layer: gate, up and down. */
  private static final long MATRICES = 3;

  private static final double BITS_PER_BYTE = 8;
  private static final int WIDE_BITS = 16;
  private static final int SINGLE_BITS = 32;

  private ModelConfig() {}

  /**
   * Of a file.
   *
   * @throws dev.sweepline.contract.UserError exit code 66 when there is none, 65 when it lacks what
   *     is needed
   */
  public static ModelFacts file(Path file) {
    try {
      return facts(file.toString(), Yaml.file(JsonNode.class, file));
    } catch (IllegalArgumentException e) {
      throw ContractException.at(file.toString(), 0, "", String.valueOf(e.getMessage()));
    }
  }

  /** Of a well-known model, by its name or the last part of a path; empty for any other. */
  public static Optional<ModelFacts> known(String model) {
    JsonNode table = Table.ALL;
    String wanted = lastPart(model);
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      if (lastPart(entry.getKey()).equalsIgnoreCase(wanted)) {
        return Optional.of(facts(entry.getKey(), withShared(entry.getValue())));
      }
    }
    return Optional.empty();
  }

  private static JsonNode withShared(JsonNode own) {
    JsonNode shared = Table.ALL.path(own.path("like").asText());
    return shared instanceof ObjectNode base && own instanceof ObjectNode more
        ? base.deepCopy().setAll(more)
        : own;
  }

  /** Read when it is first asked for. */
  private static final class Table {
    static final JsonNode ALL = Yaml.resource(JsonNode.class, ModelConfig.class, "models.yaml");
  }

  private static String lastPart(String path) {
    String trimmed = path.replaceFirst("/+$", "");
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }

  private static ModelFacts facts(String name, JsonNode root) {
    ConfigTree config = new ConfigTree(root);
    int hidden = config.number("hidden_size");
    int layers = config.number("num_hidden_layers", "num_layers");
    Attention attention = Attention.of(config, hidden);
    Feed feed = Feed.of(config, hidden, layers);
    long embeddings = 2L * hidden * config.number("vocab_size", "padded_vocab_size");
    double wide = wideBits(config) / BITS_PER_BYTE;
    double narrow = weightBits(config) / BITS_PER_BYTE;
    return new ModelFacts(
        name,
        layers,
        config.number("num_attention_heads"),
        feed.experts(),
        config.number("max_position_embeddings", "seq_length"),
        layers * attention.kvValues(),
        attention.kvShards(),
        Math.round(feed.expertWeights() * narrow),
        Math.round(
            embeddings * wide + (layers * attention.weights() + feed.otherWeights()) * narrow),
        quantization(config));
  }

  private static int wideBits(ConfigTree config) {
    return config.textOr("", "dtype", "torch_dtype").equals("float32") ? SINGLE_BITS : WIDE_BITS;
  }

  private static int weightBits(ConfigTree config) {
    ConfigTree quantized = config.inside("quantization_config");
    int usual = quantization(config).equals("fp8") ? 8 : wideBits(config);
    return quantized.numberOr(usual, "bits", "weight_bits");
  }

  private static String quantization(ConfigTree config) {
    ConfigTree quantized = config.inside("quantization_config");
    return quantized.textOr("", "format").startsWith("float")
        ? "fp8"
        : quantized.textOr("none", "quant_method");
  }

  /**
   * The feed-forward layers.
   *
   * @param experts of each sparse layer; 0 for none
   * @param expertWeights of all experts of all layers
   * @param otherWeights of dense layers and shared experts
   */
  private record Feed(int experts, long expertWeights, long otherWeights) {
    static Feed of(ConfigTree config, int hidden, int layers) {
      long matrix = MATRICES * hidden;
      int width = config.number("intermediate_size", "ffn_hidden_size");
      int experts = config.numberOr(0, "n_routed_experts", "num_experts", "num_local_experts");
      int dense = experts == 0 ? layers : config.numberOr(0, "first_k_dense_replace");
      int expertWidth = config.numberOr(width, "moe_intermediate_size");
      long sparse = layers - (long) dense;
      long shared = sparse * config.numberOr(0, "n_shared_experts") * expertWidth;
      return new Feed(
          experts,
          matrix * expertWidth * experts * sparse,
          matrix * (dense * (long) width + shared));
    }
  }
}
