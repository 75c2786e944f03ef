package dev.sweepline.runner.vllm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One list a figure, one place a request, also of those that failed. Times in seconds. */
final class VllmLists {
  private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private VllmLists() {}

  /**
   * @param clockNs the monotonic clock at the run's start, which start times are told on
   */
  static void put(List<VllmRequest> requests, long clockNs, Map<String, @Nullable Object> keys) {
    keys.put("input_lens", requests.stream().map(VllmRequest::inputTokens).toList());
    keys.put("output_lens", requests.stream().mapToInt(VllmRequest::outputTokens).toArray());
    keys.put("ttfts", seconds(requests, VllmRequest::ttftUs));
    keys.put("itls", requests.stream().map(VllmLists::gaps).toList());
    keys.put("latencies", seconds(requests, VllmRequest::latencyUs));
    keys.put(
        "start_times",
        requests.stream()
            .mapToLong(request -> clockNs + TimeUnit.MICROSECONDS.toNanos(request.startUs()))
            .mapToDouble(ns -> ns / NANOS_PER_SECOND)
            .toArray());
    keys.put("queue_times", seconds(requests, VllmRequest::queueUs));
    keys.put("generated_texts", requests.stream().map(VllmRequest::text).toList());
    keys.put("errors", requests.stream().map(VllmRequest::error).toList());
  }

  private static double[] gaps(VllmRequest request) {
    return Arrays.stream(request.gapsUs().toArray())
        .mapToDouble(us -> us / MICROS_PER_SECOND)
        .toArray();
  }

  private static double[] seconds(List<VllmRequest> requests, ToLongFunction<VllmRequest> us) {
    return requests.stream()
        .mapToLong(us)
        .mapToDouble(value -> value / MICROS_PER_SECOND)
        .toArray();
  }
}
