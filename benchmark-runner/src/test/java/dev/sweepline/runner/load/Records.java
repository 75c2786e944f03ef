package dev.sweepline.runner.load;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;

/** Records of requests that never were. */
public final class Records {
  private static final Payload NOTHING = new Payload("p", new byte[0], 0, null);

  private Records() {}

  /** A request that was sent when it was due. */
  public static RequestRecord ended(
      int index, Phase phase, Outcome outcome, long scheduledUs, long endUs) {
    return FakeServer.record(
        new LoadRequest("id-" + index, index, phase, NOTHING, scheduledUs, scheduledUs, null),
        outcome,
        endUs);
  }
}
