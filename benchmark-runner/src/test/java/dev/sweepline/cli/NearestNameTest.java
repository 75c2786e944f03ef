package dev.sweepline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("--request-rate", "--repeat", "--seed", "memory_batch");

  @ParameterizedTest
  @CsvSource({
    "--reqest-rate, --request-rate",
    "--repeats, --repeat",
    "--sed, --seed",
    "memory-batch, memory_batch"
  })
  void aSlipOfTheFingerFindsItsName(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).contains(meant);
  }

  @Test
  void whatIsLikeNothingFindsNothing() {
    assertThat(NearestName.of("--dataset", KNOWN)).isEmpty();
  }

  @Test
  void ofTwoEquallyNearTheFirstInOrderIsTaken() {
    assertThat(NearestName.of("--b", List.of("--c", "--a"))).contains("--a");
  }
}
