package dev.sweepline.runner.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of three requests, worked out by hand from the definitions of vLLM's keys. */
final class VllmResultTest {
  private static final Load CLOSED = Load.closed(2).requests(3).build();

  /** Three tokens in three events, from 0 to 0.13 s. */
  private static final VllmRequest FIRST =
      new VllmRequest(true, 5, 3, 0, 0, 100_000, Ints.of(10_000, 20_000), 130_000, "", "");

  /** Three tokens in two events, from 0.5 to 0.73 s. */
  private static final VllmRequest SECOND =
      new VllmRequest(true, 7, 3, 500_000, 1_000, 200_000, Ints.of(30_000), 230_000, "hi", "");

  private static final VllmRequest FAILED =
      new VllmRequest(false, 0, 0, 600_000, 0, 0, Ints.EMPTY, 0, "", "HTTP 500");

  private static final Map<String, Object> RESULT = result(CLOSED, FIRST, SECOND, FAILED);

  private static Map<String, Object> result(Load load, VllmRequest... requests) {
    return VllmResult.of(Summaries.of(load), 1.0, List.of(requests), ZoneOffset.UTC);
  }

  private static void assertMillis(String metric, double... figures) {
    String[] names = {"mean", "median", "std", "p50", "p90", "p95", "p99"};
    for (int i = 0; i < names.length; i++) {
      String key = "%s_%s_ms".formatted(names[i], metric);
      assertThat((Double) RESULT.get(key)).as(key).isCloseTo(figures[i], within(1e-9));
    }
  }

  @Test
  void theRunIsDescribed() {
    assertThat(RESULT)
        .containsEntry("date", "20260131-120102")
        .containsEntry("endpoint_type", "openai")
        .containsEntry("backend", "openai")
        .containsEntry("label", null)
        .containsEntry("model_id", "a-model")
        .containsEntry("tokenizer_id", "a-model")
        .containsEntry("num_prompts", 3)
        .containsEntry("request_rate", "inf")
        .containsEntry("burstiness", 1.0)
        .containsEntry("max_concurrency", 2);
  }

  @Test
  void onlySuccessesAreSummed() {
    assertThat(RESULT)
        .containsEntry("duration", 1.0)
        .containsEntry("completed", 2)
        .containsEntry("failed", 1)
        .containsEntry("total_input_tokens", 12L)
        .containsEntry("total_output_tokens", 6L)
        .containsEntry("request_throughput", 2.0)
        .containsEntry("request_goodput", null)
        .containsEntry("output_throughput", 6.0)
        .containsEntry("total_token_throughput", 18.0);
  }

  @Test
  void listsHaveOnePlaceForEachRequestAlsoThoseThatFailed() {
    assertThat(RESULT).containsEntry("input_lens", List.of(5, 7, 0));
    assertThat((int[]) RESULT.get("output_lens")).containsExactly(3, 3, 0);
    assertThat((double[]) RESULT.get("ttfts")).containsExactly(0.1, 0.2, 0);
    assertThat((double[]) RESULT.get("latencies")).containsExactly(0.13, 0.23, 0);
    assertThat((double[]) RESULT.get("start_times")).containsExactly(2.0, 2.5, 2.6);
    assertThat((double[]) RESULT.get("queue_times")).containsExactly(0, 0.001, 0);
    assertThat(RESULT)
        .containsEntry("generated_texts", List.of("", "hi", ""))
        .containsEntry("errors", List.of("", "", "HTTP 500"));
    assertThat((List<?>) RESULT.get("itls"))
        .usingRecursiveComparison()
        .isEqualTo(List.of(new double[] {0.01, 0.02}, new double[] {0.03}, new double[] {}));
  }

  @Test
  void latenciesAreInMilliseconds() {
    assertMillis("ttft", 150, 150, 50, 150, 190, 195, 199);
    assertMillis("tpot", 15, 15, 0, 15, 15, 15, 15);
    assertMillis("itl", 20, 20, Math.sqrt(200 / 3.0), 20, 28, 29, 29.8);
    assertMillis("e2el", 180, 180, 50, 180, 220, 225, 229);
  }

  @Test
  void peaksAreOfWholeSecondsFromTheFirstSending() {
    assertThat(RESULT)
        .containsEntry("max_output_tokens_per_s", 5.0)
        .containsEntry("max_concurrent_requests", 2)
        .containsEntry("rtfx", 0.0);
  }

  @Test
  void aRunWithoutASuccessHasNoLatencies() {
    assertThat(result(CLOSED, FAILED))
        .containsEntry("completed", 0)
        .containsEntry("total_output_tokens", 0L)
        .containsEntry("max_concurrent_requests", 0)
        .containsEntry("mean_ttft_ms", null)
        .containsEntry("p99_itl_ms", null);
  }

  @Test
  void promptTokensThatAreUnknownAreNeverZero() {
    VllmRequest unknown = new VllmRequest(true, null, 1, 0, 0, 1, Ints.EMPTY, 1, "", "");
    assertThat(result(CLOSED, FIRST, unknown))
        .containsEntry("total_input_tokens", null)
        .containsEntry("total_token_throughput", null);
  }

  @Test
  void anOpenLoadHasItsRateAndItsBurstiness() {
    Load even = Load.open(new RequestRate(2.5)).requests(3).build();
    assertThat(result(even, FIRST))
        .containsEntry("request_rate", 2.5)
        .containsEntry("burstiness", "inf")
        .containsEntry("max_concurrency", null);
    Load poisson =
        Load.open(new RequestRate(2.5)).arrival(Load.Arrival.POISSON).requests(3).build();
    assertThat(result(poisson, FIRST)).containsEntry("burstiness", 1.0);
  }

  @Test
  void aRampHasItsOwnKeys() {
    Load ramp = LoadBuilder.ramp(1, 9, 60).requests(3).build();
    assertThat(result(ramp, FIRST))
        .containsEntry("request_rate", "inf")
        .containsEntry("ramp_up_strategy", "linear")
        .containsEntry("ramp_up_start_rps", 1.0)
        .containsEntry("ramp_up_end_rps", 9.0);
  }
}
