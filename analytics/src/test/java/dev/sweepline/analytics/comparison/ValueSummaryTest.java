package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSummaryTest {
  private static ValueSummary withHitRate(@Nullable Double rate) {
    return new ValueSummary("conc8 on d", "64", 3, 1, 0, 100.0, 1.0, rate, null);
  }

  @ParameterizedTest
  @CsvSource({"0.62, 0.05, true", "0.05, 0.62, true", "0.12, 0.05, false", ", 0.62, false"})
  void promptsThatAreCachedOtherwiseAreTold(
      @Nullable Double value, @Nullable Double reference, boolean differs) {
    assertThat(withHitRate(value).isCachedOtherThan(withHitRate(reference))).isEqualTo(differs);
  }
}
