package dev.sweepline.runner.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtraBodyTest {
  @Test
  void theOrderOfFieldsIsNoDifference() {
    assertThat(ExtraBody.parse("{\"top_k\": 5.0, \"a\": {\"d\": 1, \"c\": null}}").canonical())
        .isEqualTo("{\"a\":{\"c\":null,\"d\":1},\"top_k\":5}");
  }

  @Test
  void noFieldsAreNone() {
    assertThat(ExtraBody.parse(null).canonical()).isNull();
    assertThat(ExtraBody.parse("{}").canonical()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "model, --model",
    "prompt, --dataset",
    "messages, --dataset",
    "temperature, --temperature",
    "max_tokens, --max-output-tokens",
    "max_completion_tokens, --max-output-tokens",
    "ignore_eos, --ignore-eos",
    "stream, --no-stream",
    "n, one answer"
  })
  void whatBenchSetsIsRefusedByNameWithItsOption(String key, String remedy) {
    assertThatThrownBy(() -> ExtraBody.parse("{\"%s\": 1}".formatted(key)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--extra-body: %s is set by bench", key)
        .hasMessageContaining(remedy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{",
        "{} {}",
        "{\"a\": 1, \"a\": 2}",
        "{\"stream_options\": 1}",
        "{\"stream_options\": {\"include_usage\": false}}"
      })
  void anythingButAnObjectIsRefused(String text) {
    assertThatThrownBy(() -> ExtraBody.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--extra-body: ");
  }
}
