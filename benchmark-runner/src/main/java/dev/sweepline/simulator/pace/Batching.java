package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.EngineSettings;
import dev.sweepline.simulator.engine.EngineStats;
import io.netty.channel.EventLoop;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tokens come in the steps of one or more engines that batch continuously. */
public final class Batching implements TimeModel {
  /** What a waiting request weighs against a running one, as vLLM's own balancer has it. */
  private static final int WAITING_WEIGHT = 4;

  private final List<EngineLoop> engines;
  private int next;

  /**
   * @param engines data-parallel ranks, each with all of {@code settings}
   */
  public Batching(EventLoop loop, EngineSettings settings, int engines) {
    this.engines =
        IntStream.range(0, engines).mapToObj(i -> new EngineLoop(loop, i, settings)).toList();
  }

  @Override
  public Ticket start(Work work, TokenListener listener) {
    return leastLoaded().add(work, listener);
  }

  @Override
  public void slowBy(double factor) {
    engines.forEach(engine -> engine.slowBy(factor));
  }

  @Override
  public List<EngineStats> engines() {
    return engines.stream().map(EngineLoop::stats).toList();
  }

  /** The first of the least loaded ones, beginning at a place that moves on with each request. */
  private EngineLoop leastLoaded() {
    int first = next;
    next = (next + 1) % engines.size();
    return IntStream.range(0, engines.size())
        .mapToObj(i -> engines.get((first + i) % engines.size()))
        .min(Comparator.comparingInt(Batching::load))
        .orElseThrow();
  }

  private static int load(EngineLoop engine) {
    EngineStats stats = engine.stats();
    return WAITING_WEIGHT * stats.waiting() + stats.running();
  }
}
