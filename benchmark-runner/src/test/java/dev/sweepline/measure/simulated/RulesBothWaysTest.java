package dev.sweepline.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.measure.simulated.Rates.Rate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each rule on what it is for, and on a healthy run that looks like it. */
class RulesBothWaysTest {
  private static final long MOST_MISSED = 1;
  private static final long MOST_ACCUSED = 1;

  @ParameterizedTest
  @FieldSource("dev.sweepline.measure.simulated.Rates#ALL")
  void theRuleFindsWhatItIsFor(Rate rate) {
    assertThat(rate.found()).isGreaterThanOrEqualTo(Rates.SEEDS - MOST_MISSED);
  }

  @ParameterizedTest
  @FieldSource("dev.sweepline.measure.simulated.Rates#ALL")
  void theRuleLeavesTheHealthyRunAlone(Rate rate) {
    assertThat(rate.accused()).isLessThanOrEqualTo(MOST_ACCUSED);
  }
}
