package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.Requests;
import java.util.Optional;

/** The server got faster or slower on the way. */
final class NotStationary implements Rule {
  private final double difference;
  private final double t;

  NotStationary(Limits limits) {
    difference = limits.of("not_stationary.difference", 0.1);
    t = limits.of("not_stationary.t", 4.5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "not_stationary",
        "nothing (note)",
        "TPOT and service TTFT in the order of dispatch, as means of %s blocks."
            .formatted(Blocks.COUNT),
        "The two halves of the block means differ by more than %s, with t above %s (%s degrees of"
                .formatted(Wording.percent(difference), Wording.number(t), Blocks.COUNT - 2)
            + " freedom); from %s requests on.".formatted(Blocks.LEAST_REQUESTS),
        "The figures are a mean over two different states, and a longer run would give others.",
        "Warm up longer, or look for what changed: a cache that fills, another job on the node.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    Numbers numbers =
        drift(run.requests(), Latency.SERVICE_TTFT, "service_ttft")
            .and(drift(run.requests(), Latency.TPOT, "tpot"));
    return numbers.isEmpty() ? Optional.empty() : Optional.of(Finding.note(numbers));
  }

  private Numbers drift(Requests requests, Latency latency, String name) {
    return Halves.of(requests.having(latency))
        .filter(halves -> halves.difference() > difference && halves.t() > t)
        .map(
            halves ->
                Numbers.of(name + "_first_half_ms", halves.firstUs() / 1000)
                    .and(name + "_second_half_ms", halves.secondUs() / 1000)
                    .and(name + "_t", halves.t()))
        .orElse(Numbers.NONE);
  }
}
