package dev.sweepline.runner.scrape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers what was told of each engine of a server, until the server starts again. */
final class EngineLives {
  private final Map<EngineKey, EngineReading> latest = new HashMap<>();
  private final Map<EngineKey, Map<String, String>> told = new HashMap<>();

  /** The labels of the reading when they are news; null when they were told or are not there. */
  @Nullable Map<String, String> newConfig(EngineReading reading) {
    EngineReading earlier = latest.put(reading.key(), reading);
    if (earlier != null && reading.isAnotherLifeThan(earlier)) {
      told.remove(reading.key());
    }
    Map<String, String> config = reading.cacheConfig();
    return config == null || config.equals(told.put(reading.key(), config)) ? null : config;
  }
}
