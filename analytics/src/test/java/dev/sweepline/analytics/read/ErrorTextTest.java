package dev.sweepline.analytics.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot connect to host gpu17.cluster.example:8000 now|Cannot host <host> now",
        "timeout from 10.3.0.17:8000|timeout from <address>",
        "no file /home/mueller/model|no file /home/<user>/model",
        "GET https://node5.example:8000/v1 failed|GET https://<host>/v1 failed",
        "token=abcdef refused|<secret> refused",
        "mail bob@example.org|mail <user>",
        "Request timeout|Request timeout"
      })
  void whatNamesPeopleOrMachinesIsGone(String raw, String expected) {
    assertThat(ErrorText.scrub(raw)).isEqualTo(expected);
  }

  @Test
  void onlyTheFirstLineIsKept() {
    assertThat(ErrorText.scrub("one\ntwo")).isEqualTo("one");
  }

  @Test
  void twoHundredCharactersAreKept() {
    assertThat(ErrorText.scrub("x".repeat(300))).hasSize(200);
  }

  @Test
  void noErrorStaysNone() {
    assertThat(ErrorText.scrub(null)).isNull();
  }
}
