package dev.sweepline.generator.sweep;

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

  SweepPoint at(String key, Object level) {
    Map<String, Object> more = new LinkedHashMap<>(levels);
    more.put(key, level);
    return new SweepPoint(phase, Overrides.replace(config, key, level), more);
  }

  /** The same with data-parallel sizes that use all GPUs. */
  SweepPoint sized(Overrides overrides) {
    return new SweepPoint(phase, DataParallel.follow(config, overrides), levels);
  }
}
