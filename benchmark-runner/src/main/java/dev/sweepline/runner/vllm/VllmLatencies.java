package dev.sweepline.runner.vllm;

import dev.sweepline.measure.stats.SortedSample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Mean, median, population standard deviation and percentiles of the successes' latencies, in
 * milliseconds; null where there is no value.
 */
final class VllmLatencies {
  private static final int[] PERCENTILES = {50, 90, 95, 99};
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private VllmLatencies() {}

  static void put(List<VllmRequest> successes, Map<String, @Nullable Object> keys) {
    put("ttft", micros(successes.stream().mapToLong(VllmRequest::ttftUs)), keys);
    put(
        "tpot",
        successes.stream()
            .filter(request -> request.outputTokens() > 1)
            .mapToLong(VllmLatencies::nanosPerToken),
        keys);
    put("itl", micros(successes.stream().flatMapToLong(VllmLatencies::gaps)), keys);
    put("e2el", micros(successes.stream().mapToLong(VllmRequest::latencyUs)), keys);
  }

  private static LongStream micros(LongStream micros) {
    return micros.map(TimeUnit.MICROSECONDS::toNanos);
  }

  private static LongStream gaps(VllmRequest request) {
    return Arrays.stream(request.gapsUs().toArray()).asLongStream();
  }

  /** (latency - TTFT) / (tokens - 1). */
  private static long nanosPerToken(VllmRequest request) {
    long nanos = TimeUnit.MICROSECONDS.toNanos(request.latencyUs() - request.ttftUs());
    return Math.round((double) nanos / (request.outputTokens() - 1));
  }

  private static void put(String metric, LongStream nanos, Map<String, @Nullable Object> keys) {
    long[] values = nanos.toArray();
    SortedSample sample = SortedSample.of(values, values.length);
    keys.put("mean_%s_ms".formatted(metric), millis(sample.mean()));
    keys.put("median_%s_ms".formatted(metric), millis(sample.median()));
    keys.put("std_%s_ms".formatted(metric), millis(deviation(values, sample.mean())));
    for (int percentile : PERCENTILES) {
      keys.put(
          "p%d_%s_ms".formatted(percentile, metric), millis(sample.quantile(percentile / 100.0)));
    }
  }

  private static double deviation(long[] values, double mean) {
    double squares = 0;
    for (long value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  private static @Nullable Double millis(double nanos) {
    return Double.isNaN(nanos) ? null : (Double) (nanos / NANOS_PER_MILLI);
  }
}
