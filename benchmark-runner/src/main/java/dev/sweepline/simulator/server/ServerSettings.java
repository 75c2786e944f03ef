package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ModelCard;
import dev.sweepline.simulator.fault.FaultPlan;
import dev.sweepline.simulator.pace.Runs;
import dev.sweepline.simulator.pace.TimeModel;
import dev.sweepline.simulator.truth.TruthLog;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything that a server is started with.
 *
 * @param threads event loops
 * @param cacheConfig labels of {@code cache_config_info}
 * @param timeModel made for the loop on which it will run
 * @param gatewayLimit requests that are let through to the engines at once
 * @param crash ends the process
 */
public record ServerSettings(
    Door door,
    int threads,
    Startup startup,
    ModelCard model,
    Map<String, String> cacheConfig,
    Function<EventLoop, TimeModel> timeModel,
    FaultPlan faults,
    Runs runs,
    int gatewayLimit,
    MetricsFaults metricsFaults,
    TruthLog truthLog,
    Runnable crash) {
  public ServerSettings {
    cacheConfig = Map.copyOf(cacheConfig);
  }
}
