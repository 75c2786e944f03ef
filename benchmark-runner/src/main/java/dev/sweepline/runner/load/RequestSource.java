package dev.sweepline.runner.load;

import dev.sweepline.contract.Phase;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of a run: ids, order of dispatch, and which prompt each sends. A prefix that
 * no other request has is the request's own id. Thread-safe.
 */
final class RequestSource {
  private final List<Payload> payloads;
  private final PromptOrder order;
  private final boolean uniquePrefix;
  private final String idPrefix;
  private final AtomicInteger index = new AtomicInteger();

  /**
   * @param point what is sent
   * @param idPrefix makes the ids of this run unique
   */
  RequestSource(LoadPoint point, String idPrefix) {
    this.payloads = point.payloads();
    this.order = PromptOrder.of(point);
    this.uniquePrefix = Boolean.TRUE.equals(point.load().uniquePrefix());
    this.idPrefix = idPrefix;
  }

  /** The n-th request of a phase. */
  LoadRequest request(Phase phase, int n, long scheduledUs, @Nullable Long admittedUs) {
    int next = index.getAndIncrement();
    int prompt = phase == Phase.WARMUP ? order.fromBack(n) : order.fromFront(n);
    String id = idPrefix + "-" + next;
    return new LoadRequest(
        id,
        next,
        phase,
        payloads.get(prompt),
        scheduledUs,
        admittedUs,
        uniquePrefix ? id + " " : null);
  }
}
