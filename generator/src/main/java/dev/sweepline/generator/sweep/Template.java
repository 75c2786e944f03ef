package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.contract.ServerConfig;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A configuration with places for levels: made once, filled in for every point of a part. */
final class Template {
  private final Map<String, Object> values;

  /** How the configuration writes a key, by the key as its axis writes it. */
  private final Map<String, String> written;

  /**
   * @param base what the levels stand on
   * @param keys of the levels, as written
   */
  Template(ServerConfig base, Set<String> keys) {
    ServerConfig stated = base;
    this.written = new HashMap<>();
    for (String key : keys) {
      Object value = base.value(key);
      written.put(key, writtenIn(base, key));
      // A value among the extra arguments would stand beside the level.
      stated = value == null ? stated : Overrides.replace(stated, key, value);
    }
    this.values = stated.toJson();
  }

  private static String writtenIn(ServerConfig base, String key) {
    String name = ConfigKey.of(key).name();
    return base.values().keySet().stream()
        .filter(stated -> ConfigKey.of(stated).name().equals(name))
        .findFirst()
        .orElse(key);
  }

  ServerConfig with(Map<String, Object> levels) {
    Map<String, Object> filled = new LinkedHashMap<>(values);
    levels.forEach((key, level) -> filled.put(written.getOrDefault(key, key), level));
    return ServerConfig.of(filled);
  }
}
