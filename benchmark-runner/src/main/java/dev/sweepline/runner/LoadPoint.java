package dev.sweepline.runner;

import dev.sweepline.contract.Load;
import dev.sweepline.runner.client.Payload;
import java.util.List;

/**
 * One load of a call.
 *
 * @param load what is asked for
 * @param payloads one a prompt
 */
record LoadPoint(Load load, List<Payload> payloads) {
  LoadPoint {
    payloads = List.copyOf(payloads);
  }
}
