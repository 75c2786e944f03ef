package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ModelCard;
import dev.sweepline.simulator.fault.Misbehaviours;
import dev.sweepline.simulator.pace.TimeModel;
import dev.sweepline.simulator.truth.TruthLog;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that a server is started with.
 *
 * @param port 0 for any that is free
 * @param threads event loops
 * @param apiKeys of which a client must have one; none for an open server
 * @param startup from listening to being ready
 * @param cacheConfig labels of {@code cache_config_info}
 * @param timeModel made for the loop on which it will run
 * @param crash ends the process
 */
public record ServerSettings(
    String host,
    int port,
    int threads,
    List<String> apiKeys,
    Duration startup,
    ModelCard model,
    Map<String, String> cacheConfig,
    Function<EventLoop, TimeModel> timeModel,
    Misbehaviours misbehaviours,
    TruthLog truthLog,
    Runnable crash) {
  public ServerSettings {
    apiKeys = List.copyOf(apiKeys);
    cacheConfig = Map.copyOf(cacheConfig);
  }
}
