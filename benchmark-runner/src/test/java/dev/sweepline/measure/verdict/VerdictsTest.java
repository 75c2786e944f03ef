package dev.sweepline.measure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictsTest {
  @Test
  void everyRuleHasItsOwnCode() {
    assertThat(Verdicts.rules(Thresholds.STANDARD))
        .extracting(rule -> rule.guide().code())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyCodeHasAGuide() {
    assertThat(Verdicts.guide("saturated").orElseThrow().advice()).isNotBlank();
  }

  @Test
  void anUnknownCodeHasNone() {
    assertThat(Verdicts.guide("slow")).isEmpty();
  }
}
