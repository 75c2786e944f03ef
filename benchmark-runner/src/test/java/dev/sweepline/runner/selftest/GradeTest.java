package dev.sweepline.runner.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.SelfTest.Word;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  private static Delays p99(double us) {
    return new Delays(0, us, us, 0.0, us, 100L, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 500, 1000, 10, GOOD",
    "1001, 500, 1000, 10, FAIR",
    "1000, 501, 1000, 10, FAIR",
    "1000, 500, 1001, 10, FAIR",
    "5000, 2000, 5000, 10, FAIR",
    "5001, 500, 1000, 10, POOR",
    "1000, 2001, 1000, 10, POOR",
    "1000, 500, 5001, 10, POOR",
    "1000, 500, 1000, 0, POOR"
  })
  void theWordIsTheBestWhoseLimitsAllHold(
      double ttftUs, double itlUs, double latenessUs, int streams, Word word) {
    assertThat(Grade.word(p99(ttftUs), p99(itlUs), p99(latenessUs), new Ceiling(10, 10, streams)))
        .isEqualTo(word);
  }
}
