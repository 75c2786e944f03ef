package dev.sweepline.runner.vllm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts, sums over successes, and these per second. */
final class VllmTotals {
  private VllmTotals() {}

  static void put(
      List<VllmRequest> requests,
      List<VllmRequest> successes,
      double durationS,
      Map<String, @Nullable Object> keys) {
    Long input = inputTokens(successes);
    long output = successes.stream().mapToLong(VllmRequest::outputTokens).sum();
    keys.put("duration", durationS);
    keys.put("completed", successes.size());
    keys.put("failed", requests.size() - successes.size());
    keys.put("total_input_tokens", input);
    keys.put("total_output_tokens", output);
    keys.put("request_throughput", perSecond(successes.size(), durationS));
    keys.put("request_goodput", null);
    keys.put("output_throughput", perSecond(output, durationS));
    keys.put("total_token_throughput", input == null ? null : perSecond(input + output, durationS));
  }

  /** Null when it is unknown of any success. */
  private static @Nullable Long inputTokens(List<VllmRequest> successes) {
    boolean known = successes.stream().map(VllmRequest::inputTokens).allMatch(Objects::nonNull);
    return known
        ? (Long)
            successes.stream()
                .map(VllmRequest::inputTokens)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum()
        : null;
  }

  private static @Nullable Double perSecond(long count, double durationS) {
    return durationS > 0 ? (Double) (count / durationS) : null;
  }
}
