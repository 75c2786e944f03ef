package dev.sweepline.runner.vllm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Peaks over whole seconds from the first sending of a success: token events in one of them, and
 * requests that were in flight at any time of it, which may be more than ever were at once.
 */
final class VllmPeaks {
  private final long originUs;
  private final int[] tokens;
  private final int[] requests;

  private VllmPeaks(long originUs, long endUs) {
    this.originUs = originUs;
    int seconds = second(endUs) + 1;
    this.tokens = new int[seconds];
    this.requests = new int[seconds];
  }

  static void put(List<VllmRequest> successes, Map<String, @Nullable Object> keys) {
    long originUs = successes.stream().mapToLong(VllmRequest::startUs).min().orElse(0);
    long endUs = successes.stream().mapToLong(VllmRequest::endUs).max().orElse(0);
    VllmPeaks peaks = new VllmPeaks(originUs, endUs);
    successes.forEach(peaks::add);
    keys.put("max_output_tokens_per_s", (double) highest(peaks.tokens));
    keys.put("max_concurrent_requests", highest(peaks.requests));
    // Of audio only: the real-time factor.
    keys.put("rtfx", 0.0);
  }

  private void add(VllmRequest request) {
    long atUs = request.startUs() + request.ttftUs();
    tokens[second(atUs)]++;
    for (int gap = 0; gap < request.gapsUs().size(); gap++) {
      atUs += request.gapsUs().at(gap);
      tokens[second(atUs)]++;
    }
    for (int second = second(request.startUs()); second <= second(request.endUs()); second++) {
      requests[second]++;
    }
  }

  private int second(long atUs) {
    return Math.toIntExact(TimeUnit.MICROSECONDS.toSeconds(atUs - originUs));
  }

  private static int highest(int[] counts) {
    return Arrays.stream(counts).max().orElse(0);
  }
}
