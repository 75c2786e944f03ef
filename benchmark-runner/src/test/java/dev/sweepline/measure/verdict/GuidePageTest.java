package dev.sweepline.measure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.measure.GoldenFile;
import dev.sweepline.measure.simulated.Rates;
import org.junit.jupiter.api.Test;

class GuidePageTest {
  @Test
  void theDocumentedVerdictsAreTheRules() {
    GoldenFile.holds("docs/verdicts.md", GuidePage.render() + Rates.page());
  }

  @Test
  void everyRuleHasItsRates() {
    assertThat(Verdicts.rules(Thresholds.STANDARD))
        .allMatch(rule -> Rates.page().contains("| `" + rule.guide().code() + "` |"));
  }
}
