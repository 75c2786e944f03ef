package dev.sweepline.runner.scrape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of one engine.
 *
 * @param figures those that the page has; all finite
 * @param createdS when the engine's counters began, UNIX seconds; null when the page does not say
 * @param cacheConfig labels of its {@code cache_config_info}; null when the page has none
 */
record EngineReading(
    EngineKey key,
    Map<ServerFigure, Double> figures,
    @Nullable Double createdS,
    @Nullable Map<String, String> cacheConfig) {
  EngineReading {
    figures = Map.copyOf(figures);
  }

  @Nullable Double figure(ServerFigure figure) {
    return figures.get(figure);
  }

  /** Whether the server has started again since an earlier reading of the same engine. */
  boolean isAnotherLifeThan(EngineReading earlier) {
    boolean createdAgain =
        createdS != null && earlier.createdS != null && !createdS.equals(earlier.createdS);
    return createdAgain
        || figures.entrySet().stream()
            .filter(entry -> entry.getKey().onlyGrows())
            .anyMatch(
                entry ->
                    entry.getValue()
                        < earlier.figures.getOrDefault(entry.getKey(), Double.NEGATIVE_INFINITY));
  }
}
