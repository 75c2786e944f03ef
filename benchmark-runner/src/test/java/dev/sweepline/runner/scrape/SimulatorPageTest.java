package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.runner.scrape.exposition.ExpositionParser;
import dev.sweepline.runner.scrape.exposition.Format;
import dev.sweepline.runner.scrape.exposition.Page;
import dev.sweepline.simulator.engine.EngineStats;
import dev.sweepline.simulator.metrics.MetricsPage;
import dev.sweepline.simulator.metrics.RequestFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatorPageTest {
  private static final String MODEL = "org/a \"quoted\\\" model";
  private static final Map<String, String> CONFIG = Map.of("block_size", "16", "path", "C:\\n\n");

  @Test
  void thePageOfTheSimulatorIsReadBackToItsOwnFigures() {
    EngineStats first = new EngineStats(3, 2, 0.25, 1, 100, 40, 77, 90, 32);
    EngineStats second = new EngineStats(0, 0, 0, 0, 0, 0, 0, 0, 0);
    MetricsPage simulated = new MetricsPage(MODEL, 1769860705.25, CONFIG);

    Page page =
        ExpositionParser.parse(
            simulated.render(List.of(first, second), new RequestFigures()), Format.TEXT);

    assertThat(page.malformedLines()).isZero();
    assertThat(EngineReadings.of(page)).containsExactly(reading("0", first), reading("1", second));
  }

  private static EngineReading reading(String engine, EngineStats stats) {
    return new EngineReading(
        new EngineKey(engine, MODEL),
        Map.ofEntries(
            Map.entry(ServerFigure.RUNNING, (double) stats.running()),
            Map.entry(ServerFigure.WAITING, (double) stats.waiting()),
            Map.entry(ServerFigure.KV_CACHE_USAGE, stats.kvCacheUsage()),
            Map.entry(ServerFigure.PREEMPTIONS, (double) stats.preemptions()),
            Map.entry(ServerFigure.PROMPT_TOKENS, (double) stats.promptTokens()),
            Map.entry(ServerFigure.GENERATION_TOKENS, (double) stats.generationTokens()),
            Map.entry(ServerFigure.PREFIX_CACHE_QUERIES, (double) stats.prefixCacheQueries()),
            Map.entry(ServerFigure.PREFIX_CACHE_HITS, (double) stats.prefixCacheHits()),
            Map.entry(ServerFigure.LOCAL_COMPUTE, (double) stats.computedPromptTokens()),
            Map.entry(ServerFigure.LOCAL_CACHE_HIT, (double) stats.cachedPromptTokens()),
            Map.entry(ServerFigure.FIRST_TOKEN_SUM, 0.0),
            Map.entry(ServerFigure.FIRST_TOKEN_COUNT, 0.0)),
        1769860705.25,
        CONFIG);
  }
}
