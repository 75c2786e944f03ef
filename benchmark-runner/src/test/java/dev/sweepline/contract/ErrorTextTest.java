package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorTextTest {
  private final ErrorText text =
      ErrorText.masking(List.of("key-of-mine"), "node17.cluster.example");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refused: /10.0.3.7:8000|refused: <address>",
        "peer [fe80::1%eth0]:8000 gone|peer <address> gone",
        "see http://node3:8000/v1/x?y=1 there|see <address> there",
        "node17.cluster.example is down|<name> is down",
        "Connection refused: node17.cluster.example/10.0.0.1:99|Connection refused: <name><address>",
        "see the stack trace for the root cause|see the stack trace for the root cause",
        "gpu-node-4:8000 unreachable|<address> unreachable",
        "key-of-mine is wrong|<secret> is wrong",
        "Authorization: Bearer abc.def|Authorization: <secret>",
        "Incorrect API key provided: sk-abcdefgh123|Incorrect API key provided: <secret>",
        "no file /home/alice/models/x.bin here|no file <path> here",
        "ask alice@example.org|ask <name>",
        "max_tokens=100000 cannot be greater than max_model_len=2048|max_tokens=100000 cannot be greater than max_model_len=2048"
      })
  void whatNamesSomebodyIsMasked(String given, String kept) {
    assertThat(text.of(given)).isEqualTo(kept);
  }

  @Test
  void itIsOneLineOfAtMost200Characters() {
    assertThat(text.of("a\nb\t c" + "x".repeat(500)))
        .hasSize(200)
        .startsWith("a b cx")
        .endsWith("…");
  }

  @Test
  void whatOthersRecordedIsMaskedWithoutKnowingTheirNames() {
    assertThat(
            ErrorText.foreign()
                .of("Cannot connect to host gpu17.cluster.example:8000 from /home/mueller/run"))
        .doesNotContain("gpu17", "mueller")
        .startsWith("Cannot connect to host");
  }
}
