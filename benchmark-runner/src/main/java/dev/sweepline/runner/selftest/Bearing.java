package dev.sweepline.runner.selftest;

import dev.sweepline.contract.SelfTest.Limit;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.contract.SelfTest.Step;
import org.jspecify.annotations.Nullable;

/** Whether a load was borne: nothing failed, nothing was late, and all was reached. */
final class Bearing {
  static final double LATENESS_P99_US = 5_000;
  static final double LAG_P90_US = 5_000;
  static final double LOOP_BUSY = 0.8;
  static final double REACHED = 0.9;
  static final double SERVER_BUSY = 0.9;

  private Bearing() {}

  /** A load of a ladder, as it was borne. */
  static Step step(Quantity quantity, double asked, Trial trial) {
    double reached = trial.reached(quantity);
    return new Step(
        quantity,
        asked,
        reached,
        trial.latenessP99Us(),
        trial.loopLagP90Us(),
        trial.loopBusy(),
        trial.serverBusy(),
        limit(trial, reached / asked));
  }

  /** A load that the limit of open files does not allow. */
  static Step notTried(Quantity quantity, double asked) {
    return new Step(quantity, asked, 0, null, null, 0, null, Limit.OPEN_FILES);
  }

  /** Whether all was reached and only some of it late, which need not happen again. */
  static boolean isHiccup(Step step) {
    boolean late = step.limit() == Limit.LATENESS || step.limit() == Limit.LOOP_LAG;
    return late && step.reached() >= REACHED * step.asked();
  }

  private static @Nullable Limit limit(Trial trial, double share) {
    if (trial.hasFailures()) {
      return Limit.FAILURES;
    }
    if (isAbove(LATENESS_P99_US, trial.latenessP99Us())) {
      return Limit.LATENESS;
    }
    if (isAbove(LAG_P90_US, trial.loopLagP90Us())) {
      return Limit.LOOP_LAG;
    }
    if (trial.loopBusy() > LOOP_BUSY) {
      return Limit.LOOP_BUSY;
    }
    if (share >= REACHED) {
      return null;
    }
    return isAbove(SERVER_BUSY, trial.serverBusy()) ? Limit.SERVER : Limit.NOT_REACHED;
  }

  private static boolean isAbove(double limit, @Nullable Double value) {
    return value != null && value > limit;
  }
}
