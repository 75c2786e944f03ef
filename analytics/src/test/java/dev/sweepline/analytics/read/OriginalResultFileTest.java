package dev.sweepline.analytics.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ContractException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalResultFileTest {
  private static final String GOOD =
      """
      {"config_hash": "abc", "num_requests": 2, "request_rate": 10.0, "dataset_name": "d",
       "timestamp": "2025-11-29T10:18:30.545546", "successful_requests": 1,
       "failed_requests": 1, "total_time": 2.5, "itl_p50": NaN, "prometheus_metrics": null,
       "request_metrics": [
         {"prompt": "Hello", "output_length": 3, "ttft": 0.25, "end_to_end_latency": 1.0,
          "success": true, "error_msg": null, "inter_token_latency": 0.1},
         {"prompt": "Hello", "output_length": 0, "ttft": 0.0, "end_to_end_latency": 2.0,
          "success": false, "error_msg": "Request timeout\\nmore"}]}
      """;

  private final List<Reject> rejects = new ArrayList<>();

  private OriginalResult read(String text) throws IOException {
    return OriginalResultFile.read(
        "r.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rejects::add);
  }

  @Test
  void aZeroForNoneIsNull() throws IOException {
    assertThat(read(GOOD).records()).element(1).extracting(OriginalRequest::ttftS).isNull();
  }

  @Test
  void equalPromptsHaveEqualIdsAndNoText() throws IOException {
    assertThat(read(GOOD).records())
        .extracting(OriginalRequest::promptId)
        .allSatisfy(id -> assertThat(id).matches("[0-9a-f]{16}"))
        .doesNotContain("Hello")
        .hasSize(2);
    assertThat(read(GOOD).records())
        .extracting(OriginalRequest::promptId)
        .containsOnly("185f8db32271fe25"); // echo -n Hello | sha256sum
  }

  @Test
  void aFileOfAFailedRunHoldsNoRecords() throws IOException {
    String failed =
        GOOD.substring(0, GOOD.indexOf("[")).replace("_requests\": 1,", "_requests\": 0,")
            + "null}";
    assertThat(read(failed).records()).isNull();
  }

  @Test
  void aBadRecordIsOneRejectAndTheOthersAreKept() throws IOException {
    assertThat(read(GOOD.replace("\"output_length\": 3", "\"output_length\": 1.5")).records())
        .hasSize(1);
    assertThat(rejects)
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.line()).isEqualTo(5);
              assertThat(reject.reason()).startsWith("output_length: must be an integer");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"total_time\": 2.5|\"total_time\": \"2.5\"|total_time: must be a finite number",
        "\"total_time\": 2.5|\"total_time\": NaN|total_time: must be a finite number",
        "\"config_hash\": \"abc\"|\"config_hash\": 7|config_hash: must be a string",
        "\"config_hash\": \"abc\"|\"other\": 7|lacks config_hash",
        "\"request_rate\": 10.0|\"request_rate\": 0|request_rate: must be a number > 0",
        "\"num_requests\": 2, |''|num_requests: must be given",
        "\"request_metrics\": [|\"request_metrics\": {|request_metrics: must be a list",
        "\"config_hash\": \"abc\"|\"config_hash\": \"abc\", \"config_hash\": \"b\"|Duplicate",
        "]}|]} x|is not valid JSON",
        "]}|]|is not valid JSON"
      })
  void anotherShapeIsNamed(String from, String to, String reason) {
    assertThatThrownBy(() -> read(GOOD.replace(from, to)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(reason);
  }
}
