package dev.sweepline.runner.scrape;

import dev.sweepline.runner.scrape.exposition.MetricType;
import dev.sweepline.runner.scrape.exposition.Page;
import dev.sweepline.runner.scrape.exposition.Series;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the figures of each engine on a page. */
final class EngineReadings {
  private static final String CACHE_CONFIG = "vllm:cache_config_info";
  private static final String PROCESS_START = "process_start_time_seconds";
  private static final String TOTAL = "_total";

  private final Map<String, List<Series>> byName;

  private EngineReadings(Page page) {
    this.byName =
        page.series().stream()
            .collect(Collectors.groupingBy(series -> presentName(series.name(), page)));
  }

  /** One reading for each engine, in the order of the page; none when it is not a page of vLLM. */
  static List<EngineReading> of(Page page) {
    EngineReadings readings = new EngineReadings(page);
    return readings.keys().stream().map(readings::reading).toList();
  }

  /** The text format allows a counter without the ending that OpenMetrics demands. */
  private static String presentName(String name, Page page) {
    return page.type(name) == MetricType.COUNTER && !name.endsWith(TOTAL) ? name + TOTAL : name;
  }

  private Set<EngineKey> keys() {
    return Stream.of(ServerFigure.values())
        .map(ServerFigure::names)
        .flatMap(Collection::stream)
        .flatMap(this::named)
        .map(EngineKey::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private EngineReading reading(EngineKey key) {
    Map<ServerFigure, Double> figures = new EnumMap<>(ServerFigure.class);
    for (ServerFigure figure : ServerFigure.values()) {
      Double value = value(figure, key);
      if (value != null && Double.isFinite(value)) {
        figures.put(figure, value);
      }
    }
    return new EngineReading(key, figures, createdS(key), cacheConfig(key));
  }

  /** By the present name where the page has it: between two names, a server may show both. */
  private @Nullable Double value(ServerFigure figure, EngineKey key) {
    return figure.names().stream()
        .map(name -> value(figure, name, key))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Double value(ServerFigure figure, String name, EngineKey key) {
    return named(name, key)
        .filter(figure::counts)
        .map(Series::value)
        .reduce(figure::together)
        .orElse(null);
  }

  /** The first of its counters; the process behind it where the server hides that. */
  private @Nullable Double createdS(EngineKey key) {
    Stream<Series> created =
        Stream.of(ServerFigure.values())
            .map(ServerFigure::createdNames)
            .flatMap(Collection::stream)
            .flatMap(name -> named(name, key));
    return first(created).or(() -> first(named(PROCESS_START))).orElse(null);
  }

  private static Optional<Double> first(Stream<Series> moments) {
    return moments.map(Series::value).filter(Double::isFinite).min(Double::compare);
  }

  /** The server's labels without those that say whose they are. */
  private @Nullable Map<String, String> cacheConfig(EngineKey key) {
    return named(CACHE_CONFIG)
        .filter(series -> isOf(key, series))
        .findFirst()
        .map(series -> settings(series.labels()))
        .orElse(null);
  }

  /** Older servers do not label it with the engine, and none with the model. */
  private static boolean isOf(EngineKey key, Series series) {
    String engine = series.label(EngineKey.ENGINE);
    return engine == null || engine.equals(key.engine());
  }

  private static Map<String, String> settings(Map<String, String> labels) {
    Map<String, String> settings = new LinkedHashMap<>(labels);
    settings.keySet().removeAll(Set.of(EngineKey.ENGINE, EngineKey.MODEL_NAME));
    return settings;
  }

  private Stream<Series> named(String name, EngineKey key) {
    return named(name).filter(series -> EngineKey.of(series).equals(key));
  }

  private Stream<Series> named(String name) {
    return byName.getOrDefault(name, List.of()).stream();
  }
}
