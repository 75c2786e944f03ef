package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptLineTest {
  @Test
  void aLineOfTheOriginalReadsAsItIs() {
    PromptLine line =
        read(
            "{\"prompt\": \"Hi\", \"prompt_length\": 1, \"expected_output_length\": 9,"
                + " \"metadata\": {\"category\": \"short\", \"template_type\": \"x\"}}");
    assertThat(line.id()).isNull();
    assertThat(line.outputLimit()).isEqualTo(9);
  }

  @Test
  void theStatedLimitIsSentRatherThanTheExpectedLength() {
    assertThat(
            read("{\"prompt\":\"a\",\"max_output_tokens\":3,\"expected_output_length\":9}")
                .outputLimit())
        .isEqualTo(3);
    assertThat(read("{\"prompt\": \"a\"}").outputLimit()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                | prompt: must be given, or else messages, got: null",
        "{\"prompt\":\"\"}                 | prompt: must not be empty, got:",
        "{\"messages\":[]}                 | messages: must not be empty, got: []",
        "{\"messages\":[{\"role\":\"user\"}]} | messages[0].content: is missing",
        "{\"prompt\":\"a\",\"max_output_tokens\":0} | max_output_tokens: must be >= 1, got: 0",
        "{\"promt\":\"a\"}                 | promt: is not a known key; known and not given: id, prompt, messages, prompt_length, expected_output_length, max_output_tokens, metadata",
        "not json                          | is not valid JSON: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      })
  void aLineThatCannotBeSentIsRefused(String text, String complaint) {
    assertThatThrownBy(() -> read(text)).message().isEqualToIgnoringWhitespace("f:4: " + complaint);
  }

  private static PromptLine read(String text) {
    return ContractJson.current().line(PromptLine.class, "f", 4, text);
  }
}
