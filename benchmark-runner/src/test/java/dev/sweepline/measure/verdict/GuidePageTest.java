package dev.sweepline.measure.verdict;

import dev.sweepline.measure.GoldenFile;
import org.junit.jupiter.api.Test;

class GuidePageTest {
  @Test
  void theDocumentedVerdictsAreTheRules() {
    GoldenFile.holds("docs/verdicts.md", GuidePage.render());
  }
}
