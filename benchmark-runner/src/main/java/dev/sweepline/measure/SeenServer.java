package dev.sweepline.measure;

import dev.sweepline.measure.server.ServerSeries;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server's samples told of it.
 *
 * @param cacheConfig labels of its {@code cache_config_info}, of the first engine; null when not
 *     seen
 * @param engines data-parallel engines; null without samples
 */
public record SeenServer(@Nullable Map<String, String> cacheConfig, @Nullable Integer engines)
    implements Serializable {
  private static final long serialVersionUID = 1;

  static SeenServer of(ServerSeries server) {
    return new SeenServer(
        server.cacheConfigs().stream().findFirst().orElse(null),
        server.engines() == 0 ? null : (Integer) server.engines());
  }
}
