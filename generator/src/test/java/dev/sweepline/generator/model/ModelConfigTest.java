package dev.sweepline.generator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelConfigTest {
  @TempDir Path folder;

  private static ModelFacts known(String name) {
    return ModelConfig.known(name).orElseThrow();
  }

  /** The sizes that the models' makers publish, in billions of weights. */
  @ParameterizedTest
  @CsvSource({
    "zai-org/GLM-4.6, 355, 2",
    "zai-org/GLM-4.5-Air, 106, 2",
    "deepseek-ai/DeepSeek-V3, 671, 1",
    "Qwen/Qwen3-235B-A22B, 235, 2",
    "Qwen/Qwen3-30B-A3B, 30.5, 2",
    "mistralai/Mixtral-8x7B-Instruct-v0.1, 46.7, 2",
    "meta-llama/Llama-3.1-8B-Instruct, 8.03, 2",
    "meta-llama/Llama-3.1-70B-Instruct, 70.6, 2",
    "THUDM/glm-4-9b-chat, 9.4, 2",
  })
  void theWeightsAddUpToThePublishedSize(String name, double billions, double bytesEach) {
    ModelFacts facts = known(name);
    assertThat(facts.expertBytes() + facts.otherBytes())
        .isCloseTo(Math.round(billions * bytesEach * 1e9), Percentage.withPercentage(2));
  }

  @Test
  void aTokenKeepsTwoVectorsPerGroupOfHeadsAndLayer() {
    assertThat(known("zai-org/GLM-4.6").kvValuesPerToken() * 2).isEqualTo(376_832);
    assertThat(known("deepseek-ai/DeepSeek-V3").kvValuesPerToken()).isEqualTo(61 * 576);
  }

  @Test
  void aModelIsFoundByTheLastPartOfAPath() {
    assertThat(known("/models/GLM-4.6/").routedExperts()).isEqualTo(160);
    assertThat(ModelConfig.known("my/own-model")).isEmpty();
  }

  @Test
  void aQuantizedModelIsSmaller() {
    assertThat(known("QuantTrio/GLM-4.6-AWQ").expertBytes() * 4)
        .isEqualTo(known("zai-org/GLM-4.6").expertBytes());
    assertThat(known("zai-org/GLM-4.6-FP8").quantization()).isEqualTo("fp8");
  }

  @Test
  void aDenseModelHasNoExperts() {
    assertThat(known("THUDM/glm-4-9b-chat").isDense()).isTrue();
    assertThat(known("THUDM/glm-4-9b-chat").expertBytes()).isZero();
  }

  @Test
  void anyOtherModelTellsItsOwnFacts() throws IOException {
    ModelFacts facts =
        read(
            """
            {"architectures": ["X"], "num_hidden_layers": 2, "hidden_size": 64,
             "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
             "num_experts": 8, "moe_intermediate_size": 32, "vocab_size": 100,
             "max_position_embeddings": 512, "torch_dtype": "bfloat16", "rope_scaling": null}
            """);
    assertThat(facts.routedExperts()).isEqualTo(8);
    assertThat(facts.contextTokens()).isEqualTo(512);
    assertThat(facts.kvValuesPerToken()).isEqualTo(2 * 2 * 2 * 16);
    assertThat(facts.expertBytes()).isEqualTo(3 * 64 * 32 * 8 * 2 * 2);
    assertThat(facts.otherBytes()).isEqualTo((2 * 64 * 100 + 2 * (2 * 64 * 64 + 2 * 64 * 32)) * 2);
  }

  @Test
  void aFileThatLacksANumberIsNamedWithIt() {
    assertThatThrownBy(() -> read("{\"hidden_size\": 64}"))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining("num_hidden_layers or num_layers must be a whole number above 0");
  }

  @Test
  void anUnknownGpuNamesTheKnownOnes() {
    assertThatThrownBy(() -> Gpu.named("H201"))
        .hasMessageStartingWith("unknown GPU H201; known are H200")
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Gpu.named("h200").memoryBytes()).isEqualTo(141_000_000_000L);
  }

  private ModelFacts read(String json) throws IOException {
    return ModelConfig.file(Files.writeString(folder.resolve("config.json"), json));
  }
}
