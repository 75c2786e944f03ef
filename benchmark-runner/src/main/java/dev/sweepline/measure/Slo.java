package dev.sweepline.measure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Service-level objectives of a request. One that does not apply to a request is met.
 *
 * @param ttftMs longest TTFT; null for none
 * @param tpotMs longest TPOT; null for none
 * @param e2eMs longest end-to-end latency; null for none
 */
public record Slo(@Nullable Double ttftMs, @Nullable Double tpotMs, @Nullable Double e2eMs)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is assumed when nothing is said. */
  public static final Slo DEFAULT = new Slo(2000.0, 100.0, null);
}
