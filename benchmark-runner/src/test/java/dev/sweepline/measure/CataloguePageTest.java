package dev.sweepline.measure;

import org.junit.jupiter.api.Test;

class CataloguePageTest {
  @Test
  void theDocumentedMetricsAreTheCatalogue() {
    GoldenFile.holds("docs/metrics.md", CataloguePage.render());
  }
}
