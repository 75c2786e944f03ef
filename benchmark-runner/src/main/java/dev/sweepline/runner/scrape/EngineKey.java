package dev.sweepline.runner.scrape;

import dev.sweepline.runner.scrape.exposition.Series;
import org.jspecify.annotations.Nullable;

/**
 * Which engine of a server.
 *
 * @param engine data-parallel rank; null where the server has one engine without a label
 * @param modelName null where the server does not label it
 */
record EngineKey(@Nullable String engine, @Nullable String modelName) {
  static final String ENGINE = "engine";
  static final String MODEL_NAME = "model_name";

  static EngineKey of(Series series) {
    return new EngineKey(series.label(ENGINE), series.label(MODEL_NAME));
  }
}
