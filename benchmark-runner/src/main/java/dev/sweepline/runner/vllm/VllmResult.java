package dev.sweepline.runner.vllm;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.RunSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The object that {@code vllm bench serve --save-result --save-detailed} writes: its keys, in its
 * order (vLLM 0.32), in its units.
 */
final class VllmResult {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** What it writes for an infinite number. */
  private static final String INFINITE = "inf";

  private static final double POISSON = 1;

  private VllmResult() {}

  /**
   * The keys and values.
   *
   * @param durationS from the first due time to the last end
   * @param requests measured ones that were sent, in the order of dispatch
   * @param zone of the local time in it
   */
  static Map<String, @Nullable Object> of(
      RunSummary run, double durationS, List<VllmRequest> requests, ZoneId zone) {
    List<VllmRequest> successes = requests.stream().filter(VllmRequest::success).toList();
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    describe(run, requests.size(), zone, keys);
    VllmTotals.put(requests, successes, durationS, keys);
    VllmLists.put(requests, run.monotonicNsAtStart(), keys);
    VllmPeaks.put(successes, keys);
    VllmLatencies.put(successes, keys);
    return keys;
  }

  private static void describe(
      RunSummary run, int requests, ZoneId zone, Map<String, @Nullable Object> keys) {
    Load load = run.load();
    String backend = load.endpoint() == Endpoint.CHAT ? "openai-chat" : "openai";
    String model = run.server().model();
    keys.put("date", DATE.format(run.endedAt().atZone(zone)));
    keys.put("endpoint_type", backend);
    keys.put("backend", backend);
    keys.put("label", null);
    keys.put("model_id", model);
    keys.put("tokenizer_id", run.dataset().tokenizer() == null ? model : run.dataset().tokenizer());
    keys.put("num_prompts", requests);
    keys.put(
        "request_rate",
        load.rate() == null || load.rate().isInfinite() ? INFINITE : load.rate().perSecond());
    keys.put("burstiness", burstiness(load));
    keys.put(
        "max_concurrency",
        Stream.of(load.concurrency(), load.maxInFlight(), load.maxConnections())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
    if (load.rampFrom() != null) {
      keys.put("ramp_up_strategy", "linear");
      keys.put("ramp_up_start_rps", load.rampFrom());
      keys.put("ramp_up_end_rps", load.rampTo());
    }
  }

  /** Even spacing is a burstiness without end there. */
  private static Object burstiness(Load load) {
    if (load.arrival() == Arrival.CONSTANT) {
      return INFINITE;
    }
    return load.burstiness() == null ? POISSON : load.burstiness();
  }
}
