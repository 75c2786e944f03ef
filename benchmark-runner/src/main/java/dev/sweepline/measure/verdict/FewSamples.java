package dev.sweepline.measure.verdict;

import java.util.List;
import java.util.Optional;

/** A percentile rests on a handful of requests. */
final class FewSamples implements Rule {

  private final double expectedBeyond;

  FewSamples(Limits limits) {
    expectedBeyond = limits.of("few_samples.expected_beyond", 5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "few_samples",
        "the percentile columns it names; never the state of the run",
        "How many values each percentile rests on.",
        "Fewer than %s values are expected beyond it: a p99 needs 500, a p95 100, a p50 10."
            .formatted(Wording.number(expectedBeyond)),
        "Such a percentile is nearly the largest value and changes from run to run by chance.",
        "Send more requests, or read a lower percentile.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    List<PercentileColumn> few =
        run.percentiles().stream()
            .filter(column -> column.samples() > 0)
            .filter(column -> column.expectedBeyond() < expectedBeyond)
            .toList();
    if (few.isEmpty()) {
      return Optional.empty();
    }
    long fewest = few.stream().mapToLong(PercentileColumn::samples).min().orElseThrow();
    Numbers numbers = Numbers.of("columns", few.size()).and("fewest_values", fewest);
    return Optional.of(
        Finding.columns(numbers, few.stream().map(PercentileColumn::column).toList()));
  }
}
