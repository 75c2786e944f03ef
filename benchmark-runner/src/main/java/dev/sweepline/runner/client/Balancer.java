package dev.sweepline.runner.client;

import dev.sweepline.contract.Load.Balancing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares requests between servers. Thread-safe. */
final class Balancer {
  private final List<Upstream> upstreams;
  private final @Nullable Balancing balancing;
  private int next;

  /**
   * @param upstreams at least one
   * @param balancing null for round robin
   */
  Balancer(List<Upstream> upstreams, @Nullable Balancing balancing) {
    this.upstreams = List.copyOf(upstreams);
    this.balancing = balancing;
  }

  /** The server of the next request, which is counted there until it is released. */
  synchronized Upstream admit() {
    Upstream chosen = upstreams.get(next);
    if (balancing == Balancing.LEAST_IN_FLIGHT) {
      for (int i = 1; i < upstreams.size(); i++) {
        Upstream other = upstreams.get((next + i) % upstreams.size());
        chosen = other.inFlight() < chosen.inFlight() ? other : chosen;
      }
    }
    next = (next + 1) % upstreams.size();
    chosen.begin();
    return chosen;
  }

  synchronized void release(Upstream upstream) {
    upstream.end();
  }

  /** The server that a request of this number has in turn, for one that never left. */
  Upstream inTurn(int index) {
    return upstreams.get(index % upstreams.size());
  }
}
