package dev.sweepline.generator.sweep;

import static java.util.stream.Collectors.joining;

import dev.sweepline.contract.ServerConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One configuration of a sweep.
 *
 * @param phase that asked for it
 * @param config what reaches the server
 * @param levels the axes' values, in their order
 */
public record SweepPoint(String phase, ServerConfig config, Map<String, Object> levels) {
  public SweepPoint {
    levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
  }

  /** Its levels, for people; its phase where there are none. */
  public String name() {
    return levels.isEmpty()
        ? phase
        : levels.entrySet().stream()
            .map(level -> level.getKey() + "=" + level.getValue())
            .collect(joining(" "));
  }
}
