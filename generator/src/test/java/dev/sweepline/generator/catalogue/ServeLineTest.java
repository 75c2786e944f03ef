package dev.sweepline.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser answers was read from a real one. */
class ServeLineTest {
  private static ServeLine.Answer read(String options) {
    return ServeLine.read(
        FlagCatalogue.of(VllmVersion.parse("0.32")),
        Stream.concat(Stream.of("model"), Stream.of(options.split(" "))).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-num-batched-tokens 4k | max_num_batched_tokens | 4000",
        "--max-num-batched-tokens 4K | max_num_batched_tokens | 4096",
        "--max-num-batched-tokens=2.5k | max_num_batched_tokens | 2500",
        "--kv-cache-memory-bytes 2G | kv_cache_memory_bytes | 2147483648",
        "--kv-cache-memory-bytes 2g | kv_cache_memory_bytes | 2000000000",
        "--max-model-len Auto | max_model_len | -1",
        "--max_num_seqs 7 | max_num_seqs | 7",
        "--max-num-se 7 | max_num_seqs | 7",
        "-tp 2 | tensor_parallel_size | 2",
        "-n2 | nnodes | 2",
        "-O2 | optimization_level | 2",
        "-O 2 | optimization_level | 2",
        "--no-enable-eplb | enable_eplb | false",
        "-ep | enable_expert_parallel | true",
        "--headless | headless | true",
        "--seed -5 | seed | -5",
        "--gpu-memory-utilization 1e-1 | gpu_memory_utilization | 0.1",
        "--served-model-name a b | served_model_name | [a, b]",
        "--eplb-config.window_size 500 | eplb_config | {\"window_size\":500}",
        "--model other | model | other",
      })
  void aLineIsReadAsTheParserReadsIt(String options, String key, String value) {
    ServeLine.Answer answer = read(options);
    assertThat(answer.refusal()).isNull();
    assertThat(String.valueOf(answer.settings().get(key))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--no-such-thing 4 | unrecognized arguments: --no-such-thing 4",
        "--enable-eplb False | unrecognized arguments: False",
        "--headless=true | argument --headless: ignored explicit argument 'true'",
        "--enable-eplb=1 | argument --enable-eplb/--no-enable-eplb: ignored explicit argument '1'",
        "--max-num-seqs many | argument --max-num-seqs: invalid int value: 'many'",
        "--max-num-seqs | argument --max-num-seqs: expected one argument",
        "--max-num-seqs --headless | argument --max-num-seqs: expected one argument",
        "--api-key --headless | argument --api-key: expected at least one argument",
        "--data-parallel-size-l x | argument --data-parallel-size-local/-dpl: invalid int value: 'x'",
        "--scheduling-policy lifo | argument --scheduling-policy: invalid choice: 'lifo'"
            + " (choose from 'fcfs', 'priority')",
        "--max-num-q 4 | ambiguous option: --max-num-q could match --max-num-queued-reqs,"
            + " --max-num-queued-tokens",
        "--max-num-batched-tokens 1.5K | argument --max-num-batched-tokens: Decimals are not allowed"
            + " with binary suffixes like K. Did you mean to use 1.5k instead?",
      })
  void aRefusalHasTheParsersWords(String options, String refusal) {
    assertThat(read(options).refusal()).isEqualTo(refusal);
  }

  @Test
  void anObjectWithAForeignKeyIsRefused() {
    assertThat(read("--eplb-config {\"windowsize\":5}").refusal())
        .startsWith("argument --eplb-config: Unexpected keyword argument 'windowsize'");
  }

  @Test
  void theModelMayFollowTheOptions() {
    assertThat(
            ServeLine.read(FlagCatalogue.newest(), List.of("--max-num-seqs", "4", "model"))
                .refusal())
        .isNull();
  }
}
