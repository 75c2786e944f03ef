package dev.sweepline.analytics.advice;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Advice to move a setting of the server, where runs show the sign for it.
 *
 * @param code its name
 * @param sign of the runs that it speaks of
 * @param meaning what the sign means
 * @param numbers metrics that show it
 * @param setting to move
 * @param action how to move it
 */
record SettingRule(
    String code,
    Predicate<SeenRun> sign,
    String meaning,
    List<String> numbers,
    String setting,
    String action)
    implements AdviceRule {
  private static final double NEARLY_ALL = 0.9;
  private static final double KV_FULL = 0.95;
  private static final double KV_ROOM = 0.9;
  private static final double SPREAD = 5;
  private static final double FELT_MS = 100;
  private static final double LATE_MS = 2000;
  private static final double UNEVEN = 0.3;

  static final List<SettingRule> ALL =
      List.of(
          new SettingRule(
              "seats_full",
              SettingRule::seatsAreFull,
              "requests wait although the KV cache has room: the server runs max_num_seqs already",
              List.of("prom_running_mean", "prom_waiting_mean", "prom_cache_usage"),
              "max_num_seqs",
              "Raise max_num_seqs, twice as high for a start (256 to 512)."),
          new SettingRule(
              "kv_cache_full",
              run -> run.reaches("prom_preemptions", 1) || run.reaches("prom_cache_usage", KV_FULL),
              "the KV cache is full: requests wait for it, or are thrown out and computed again",
              List.of("prom_cache_usage", "prom_preemptions"),
              "kv_cache_dtype",
              "Make room: kv_cache_dtype fp8, or more gpu_memory_utilization (0.90 to 0.95 as long"
                  + " as the server starts), or a smaller max_model_len."),
          new SettingRule(
              "prefill_interrupts",
              SettingRule::gapsAreUneven,
              "most tokens come evenly but some gaps are long, as when prompts of others are worked"
                  + " on in between",
              List.of("itl_p50", "itl_p99"),
              "max_num_batched_tokens",
              "Lower max_num_batched_tokens (32768 to 8192) with enable_chunked_prefill on, so that"
                  + " a prompt is worked on in smaller pieces."),
          new SettingRule(
              "prefill_slow",
              run -> run.reaches("ttft_p95", LATE_MS) && run.isBelow("prom_waiting_mean", 1),
              "first tokens are late although no request waits: the prompts themselves take long",
              List.of("ttft_p95", "prom_waiting_mean"),
              "max_num_batched_tokens",
              "Raise max_num_batched_tokens (16384 to 32768), so that a prompt takes fewer steps;"
                  + " enable_prefix_caching where prompts begin alike."),
          new SettingRule(
              "engines_uneven",
              run -> run.reaches("prom_engine_imbalance", UNEVEN),
              "some engines have much more to do than others",
              List.of("prom_engine_imbalance"),
              "data_parallel_size",
              "Spread the requests over all engines: a router before them, or fewer and larger"
                  + " ones (a smaller data_parallel_size with a larger tensor_parallel_size)."));

  private static boolean seatsAreFull(SeenRun run) {
    Double seats = run.setting("max_num_seqs");
    Double engines = run.setting("data_parallel_size");
    return seats != null
        && run.reaches(
            "prom_running_mean", NEARLY_ALL * seats * Objects.requireNonNullElse(engines, 1.0))
        && run.reaches("prom_waiting_mean", 1)
        && run.isBelow("prom_cache_usage", KV_ROOM);
  }

  private static boolean gapsAreUneven(SeenRun run) {
    Double usual = run.metric("itl_p50");
    return usual != null && run.reaches("itl_p99", Math.max(FELT_MS, SPREAD * usual));
  }

  @Override
  public List<Advice> of(Observed observed) {
    List<SeenRun> runs = observed.runs().rows().stream().map(SeenRun::new).filter(sign).toList();
    return runs.isEmpty()
        ? List.of()
        : List.of(
            new Advice(
                code,
                runs.stream().map(SeenRun::label).toList(),
                "In %d of %d runs %s (%s)."
                    .formatted(runs.size(), observed.runs().rows().size(), meaning, evidence(runs)),
                action,
                Price.of(setting, observed)));
  }

  private String evidence(List<SeenRun> runs) {
    return numbers.stream()
        .flatMap(metric -> range(metric, runs))
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> range(String metric, List<SeenRun> runs) {
    DoubleSummaryStatistics values =
        runs.stream()
            .map(run -> run.metric(metric))
            .filter(Objects::nonNull)
            .collect(Collectors.summarizingDouble(Double::doubleValue));
    if (values.getCount() == 0) {
      return Stream.empty();
    }
    String low = SeenRun.number(values.getMin());
    String high = SeenRun.number(values.getMax());
    return Stream.of(metric + " " + (low.equals(high) ? low : low + " to " + high));
  }
}
