package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import dev.sweepline.runner.client.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One load of a call, and what it sends.
 *
 * @param load what is asked for
 * @param payloads one a prompt of the dataset; of a trace, one a slot
 * @param trace when the slots of a trace are due; null for any other load
 */
public record LoadPoint(Load load, List<Payload> payloads, @Nullable TraceTimes trace) {
  public LoadPoint {
    payloads = List.copyOf(payloads);
  }
}
