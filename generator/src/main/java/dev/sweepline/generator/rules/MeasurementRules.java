package dev.sweepline.generator.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings after which a usual metric means something else. */
final class MeasurementRules {
  private static final String INTERVAL = "stream_interval";

  static final List<Rule> ALL =
      List.of(
          Rule.warning("tokens_per_event", INTERVAL, MeasurementRules::interval),
          Rule.warning("tokens_guessed", null, MeasurementRules::speculation));

  private MeasurementRules() {}

  private static @Nullable String interval(Deployment it) {
    Long tokens = it.size(INTERVAL);
    return tokens != null && tokens > 1
        ? "%d tokens come in one event, so gaps between events are no gaps between tokens; look at"
                .formatted(tokens)
            + " TPOT"
        : null;
  }

  private static @Nullable String speculation(Deployment it) {
    return it.settings().keySet().stream()
            .anyMatch(
                key ->
                    key.startsWith("speculative_config")
                        || key.equals("spec_method")
                        || key.equals("spec_model"))
        ? "with speculative decoding several tokens come in one event; look at TPOT, not at ITL"
        : null;
  }
}
