package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.Requests;
import java.util.Optional;

/** The first measured requests still paid for a cold start. */
final class WarmupUnfinished implements Rule {

  private final double slower;
  private final double deviations;

  WarmupUnfinished(Limits limits) {
    slower = limits.of("warmup_unfinished.slower", 0.1);
    deviations = limits.of("warmup_unfinished.deviations", 5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "warmup_unfinished",
        "nothing (note)",
        "TPOT and service TTFT in the order of dispatch, as means of %s blocks."
            .formatted(Blocks.COUNT),
        "The first block mean is more than %s and more than %s standard deviations above the mean"
                .formatted(Wording.percent(slower), Wording.number(deviations))
            + " of the other %s; from %s requests on."
                .formatted(Blocks.COUNT - 1, Blocks.LEAST_REQUESTS),
        "A server that compiles, captures graphs or fills its caches is slower than it will be; all"
            + " means and high percentiles hold some of that.",
        "Ask for more warm-up requests, at the load that is measured: a closed loop without any starts"
            + " all its slots at once, and their first answers are slow, too.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    Numbers numbers =
        coldStart(run.requests(), Latency.SERVICE_TTFT, "service_ttft")
            .and(coldStart(run.requests(), Latency.TPOT, "tpot"));
    return numbers.isEmpty() ? Optional.empty() : Optional.of(Finding.note(numbers));
  }

  private Numbers coldStart(Requests requests, Latency latency, String name) {
    return Blocks.of(requests.having(latency))
        .map(blocks -> coldStart(blocks.part(0, 1), blocks.part(1, Blocks.COUNT), name))
        .orElse(Numbers.NONE);
  }

  private Numbers coldStart(Blocks first, Blocks others, String name) {
    double above = first.mean() - others.mean();
    return above > slower * others.mean() && above > deviations * others.deviation()
        ? Numbers.of(name + "_first_block_ms", first.mean() / 1000)
            .and(name + "_others_ms", others.mean() / 1000)
            .and(name + "_others_sd_ms", others.deviation() / 1000)
        : Numbers.NONE;
  }
}
