package dev.sweepline.generator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final String MOE = "zai-org/GLM-4.6";

  /** Eight nodes with eight GPUs, one data-parallel rank on each; some settings as KEY=VALUE. */
  private static ServerConfig config(String... settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("model", MOE);
    values.put("nodes", 8);
    values.put("gpus_per_node", 8);
    values.put("data_parallel_size", 64);
    values.put("enable_expert_parallel", true);
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      values.put(parts[0], value(parts[1]));
    }
    return ServerConfig.of(values);
  }

  private static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    if (text.matches("\\d+")) {
      return Integer.parseInt(text);
    }
    return text.matches("\\d+\\.\\d+") ? (Object) Double.parseDouble(text) : text;
  }

  private static Context context(String gpu) {
    return new Context(
        VllmVersion.parse("0.32"), ModelConfig.known(MOE).orElseThrow(), Gpu.named(gpu));
  }

  private static List<Finding> check(String... settings) {
    return Rules.check(config(settings), context("H200"));
  }

  private static List<String> codes(String... settings) {
    return check(settings).stream().map(it -> it.level() + " " + it.code()).toList();
  }

  private static String message(String code, String... settings) {
    return check(settings).stream()
        .filter(it -> it.code().equals(code))
        .map(Finding::message)
        .findFirst()
        .orElse("not found");
  }

  @Test
  void aLargeModelOnAllGpusIsFineButForItsUnevenExperts() {
    assertThat(codes("max_model_len=32768")).containsExactly("WARNING experts_uneven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enable_eplb=true|ERROR experts_divisible",
        "enable_eplb=true eplb_num_redundant_experts=16|ERROR experts_divisible",
        "all2all_backend=deepep_low_latency|ERROR experts_divisible",
        "all2all_backend=pplx|ERROR backend_gone",
        "all2all_backend=naive|ERROR backend_gone",
        "enable_eplb=true enable_expert_parallel=false|ERROR balancing_without_experts",
        "data_parallel_size=128|ERROR gpus_missing",
        "tensor_parallel_size=8|ERROR gpus_missing",
        "data_parallel_size=32|WARNING gpus_idle",
        "tensor_parallel_size=16 data_parallel_size=4|WARNING tensor_parallel_network",
        "tensor_parallel_size=3 data_parallel_size=16|ERROR replica_spread",
        "data_parallel_size=12|ERROR data_parallel_spread",
        "data_parallel_size_local=4|ERROR local_size",
        "tensor_parallel_size=64 data_parallel_size=1|ERROR heads_divisible",
        "distributed_executor_backend=ray|ERROR ray_data_parallel",
        "data_parallel_start_rank=8|ERROR derived_option",
        "port=8001|ERROR derived_option",
        "max_num_batched_tokens=256 max_num_seqs=512|ERROR batch_below_sequences",
        "max_num_batched_tokens=8k max_num_seqs=8K|ERROR batch_below_sequences",
        "enable_chunked_prefill=false|WARNING prefill_not_chunked",
        "max_num_batched_tokens=65536 max_num_seqs=1 max_model_len=8192|WARNING batch_above_all",
        "max_num_seqs=0|ERROR size_range",
        "max_model_len=202753|ERROR model_context",
        "gpu_memory_utilization=1.9|ERROR memory_share",
        "gpu_memory_utilization=0.96|WARNING memory_share_high",
        "kv_cache_dtype=fp8_e5m2|WARNING cache_e5m2",
        "kv_cache_dtype=nvfp4|ERROR cache_numbers",
        "disable_log_stats=true|WARNING no_server_metrics",
        "stream_interval=4|WARNING tokens_per_event",
        "speculative_config={}|WARNING tokens_guessed",
        "model=-x|ERROR model_name",
        "decode_context_parallel_size=2|ERROR context_parallel",
        "prefill_context_parallel_size=2 data_parallel_size=32|ERROR prefill_context_parallel",
        "data_parallel_hybrid_lb=true data_parallel_external_lb=true|ERROR load_balancing",
        "enable_expert_parallel=false data_parallel_size=1 nodes=1 gpus_per_node=1|ERROR memory",
      })
  void eachRuleIsBrokenBySomething(String settings, String finding) {
    assertThat(codes(settings.split(" "))).contains(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enable_eplb=true eplb_num_redundant_experts=32",
        "enable_eplb=true eplb_num_redundant_experts=32 all2all_backend=deepep_low_latency",
        "tensor_parallel_size=2 data_parallel_size=32 enable_eplb=true eplb_num_redundant_experts=96",
        "distributed_executor_backend=ray data_parallel_backend=ray",
        "distributed_executor_backend=mp",
        "data_parallel_size_local=8",
        "max_num_batched_tokens=32768 max_model_len=32768 enable_chunked_prefill=false",
        "max_num_batched_tokens=512 max_num_seqs=512",
        "gpu_memory_utilization=0.95",
        "kv_cache_dtype=fp8",
        "max_model_len=202752",
      })
  void whatWorksIsNotRefused(String settings) {
    assertThat(check(settings.split(" "))).noneMatch(Finding::refuses);
  }

  @Test
  void expertsThatDoNotDivideSayHowManyMoreWould() {
    assertThat(message("experts_divisible", "enable_eplb=true", "eplb_num_redundant_experts=16"))
        .isEqualTo(
            "160 experts and 16 redundant ones do not divide over 64 GPUs; enable_eplb with"
                + " eplb_num_redundant_experts 32 would");
  }

  @Test
  void aTopologyThatDoesNotFitNamesThoseThatDo() {
    assertThat(message("gpus_missing", "tensor_parallel_size=8"))
        .isEqualTo(
            "tensor 8 × pipeline 1 × data 64 are 512 GPUs, but 8 nodes with 8 GPUs have 64; these"
                + " would fit (tensor × pipeline × data): 8 × 1 × 8, 1 × 1 × 64, 2 × 1 × 32,"
                + " 4 × 1 × 16");
  }

  /**
   * GLM-4.6 has 92 layers that keep 2 × 8 × 128 numbers of 2 bytes a token: 12.3 GB for 32,768
   * tokens, and about 706 GB of weights.
   */
  @Test
  void aMemoryEstimateSaysItsInputs() {
    assertThat(
            message(
                "memory",
                "nodes=1",
                "gpus_per_node=1",
                "data_parallel_size=1",
                "max_model_len=32768"))
        .matches(
            "a GPU cannot hold it: 70\\d\\.\\d GB of weights \\(zai-org/GLM-4.6: 70\\d GB in all\\)"
                + " and 12\\.3 GB of cache for 32768 tokens, 0\\.92 of 141 GB on a H200 is 129\\.7"
                + " GB; .*");
  }

  @Test
  void narrowNumbersNeedAGpuThatComputesWithThem() {
    ServerConfig fp8 = config("kv_cache_dtype=fp8", "data_parallel_size=64");
    assertThat(Rules.check(fp8, context("A100")))
        .extracting(Finding::code)
        .contains("cache_numbers");
  }

  @Test
  void fp8WeightsExcludeACacheInE5m2() {
    Context context =
        new Context(
            VllmVersion.parse("0.32"), ModelConfig.known("GLM-4.6-FP8").orElseThrow(), null);
    assertThat(Rules.check(config("kv_cache_dtype=fp8_e5m2"), context))
        .extracting(Finding::code)
        .contains("cache_of_fp8_model");
  }

  @Test
  void aDenseModelHasNoExpertsToSpread() {
    Context context =
        new Context(
            VllmVersion.parse("0.32"), ModelConfig.known("glm-4-9b-chat").orElseThrow(), null);
    assertThat(Rules.check(config(), context))
        .extracting(Finding::code)
        .containsExactly("experts_of_dense_model");
  }

  @Test
  void ranksOfADenseModelNeedNoBalancerOutside() {
    Context context =
        new Context(
            VllmVersion.parse("0.32"), ModelConfig.known("glm-4-9b-chat").orElseThrow(), null);
    assertThat(Rules.check(config("data_parallel_external_lb=true"), context))
        .extracting(Finding::code)
        .contains("external_balancing");
  }

  @Test
  void pipelineStagesAreDoubtfulInTheVersionsThatMixUpRequests() {
    ServerConfig stages = config("pipeline_parallel_size=2", "data_parallel_size=32");
    assertThat(Rules.check(stages, Context.of(VllmVersion.parse("0.20.1"))))
        .extracting(Finding::code)
        .containsExactly("async_pipeline");
    assertThat(Rules.check(stages, Context.of(VllmVersion.parse("0.26")))).isEmpty();
  }

  @Test
  void withoutFactsOfTheModelItsRulesAreSilent() {
    assertThat(Rules.check(config("enable_eplb=true"), Context.of(VllmVersion.parse("0.32"))))
        .isEmpty();
  }

  @Test
  void aSettingWithoutEffectIsNotHeldAgainstAnyone() {
    assertThat(codes("all2all_backend=pplx", "enable_expert_parallel=false"))
        .doesNotContain("ERROR backend_gone");
  }
}
