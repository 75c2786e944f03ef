package dev.sweepline.runner.selftest;

import dev.sweepline.contract.SelfTest.Limit;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.contract.SelfTest.Step;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Steps of a self test as a person reads them. */
final class StepText {
  private StepText() {}

  /** One line of progress. */
  static String of(Step step) {
    return String.format(
        Locale.ROOT, "%,.0f %s: %s", step.asked(), name(step.quantity()), outcome(step.limit()));
  }

  static String name(Quantity quantity) {
    return switch (quantity) {
      case REQUESTS_PER_S -> "requests/s";
      case EVENTS_PER_S -> "events/s";
      case OPEN_STREAMS -> "open streams";
    };
  }

  static String outcome(@Nullable Limit limit) {
    if (limit == null) {
      return "borne";
    }
    return switch (limit) {
      case LATENESS -> "sent late";
      case LOOP_BUSY -> "client busy";
      case LOOP_LAG -> "client lags";
      case NOT_REACHED -> "not reached";
      case FAILURES -> "failures";
      case SERVER -> "server busy";
      case OPEN_FILES -> "open files";
    };
  }
}
