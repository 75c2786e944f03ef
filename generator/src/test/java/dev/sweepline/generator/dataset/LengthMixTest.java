package dev.sweepline.generator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthMixTest {
  @Test
  void theLargestRemainderRoundsUp() {
    assertThat(LengthMix.parse("short=0.5,medium=0.3,long=0.2").counts(7))
        .isEqualTo(Map.of(LengthBand.SHORT, 4, LengthBand.MEDIUM, 2, LengthBand.LONG, 1));
  }

  @Test
  void countsSumToTheTotal() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double first = random.nextInt(101) / 100.0;
      double second = random.nextInt((int) Math.round((1 - first) * 100) + 1) / 100.0;
      int total = 1 + random.nextInt(1000);

      Map<LengthBand, Integer> counts =
          LengthMix.of(first, second, 1 - first - second).counts(total);

      assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
          .as("seed %d", seed)
          .isEqualTo(total);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short=0.2,medium=0.6 | shares must sum to 1, got: 0.8000",
        "short=1,short=0 | short is given twice",
        "shrt=1 | unknown length shrt, meant short?; known are short, medium, long",
        "short=x | a share must be from 0 to 1, got: x",
        "short=2,long=-1 | a share must be from 0 to 1, got: 2",
        "short | must be like short=0.2,medium=0.6,long=0.2"
      })
  void aMixThatCannotBeIsRefusedByItsRule(String text, String message) {
    assertThatThrownBy(() -> LengthMix.parse(text)).hasMessage(message);
  }
}
