package dev.sweepline.analytics.advice;

import dev.sweepline.measure.Metric;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of the size that targets are for, held against them. */
final class MissedTargets implements AdviceRule {
  private static final String CODE = "target_missed";

  /** Which setting usually moves a metric, by how its name begins. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "throughput", "max_num_seqs",
          "ttft", "max_num_batched_tokens",
          "itl", "max_num_batched_tokens");

  private static final Map<String, String> ACTIONS =
      Map.of(
          "throughput",
          "Raise max_num_batched_tokens (16384 to 32768) and max_num_seqs (256 to 512), or try an"
              + " FP8 KV cache.",
          "ttft",
          "Turn chunked prefill on and allow more partial prefills; measure at a lower rate to see"
              + " whether requests wait.",
          "itl",
          "Lower max_num_batched_tokens (32768 to 8192) with chunked prefill on.");

  private final Targets targets;

  MissedTargets(Targets targets) {
    this.targets = targets;
  }

  @Override
  public List<Advice> of(Observed observed) {
    List<SeenRun> sized =
        observed.runs().rows().stream().map(SeenRun::new).filter(this::isOfThatSize).toList();
    return new TreeMap<>(targets.limits())
        .entrySet().stream()
            .flatMap(
                target ->
                    Metric.named(target.getKey()).stream()
                        .flatMap(metric -> advice(metric, target.getValue(), sized, observed)))
            .toList();
  }

  private boolean isOfThatSize(SeenRun run) {
    Double nodes = run.setting("nodes");
    Double each = run.setting("gpus_per_node");
    return nodes != null && each != null && nodes * each == targets.gpus();
  }

  private Stream<Advice> advice(
      Metric metric, double limit, List<SeenRun> sized, Observed observed) {
    List<SeenRun> missing =
        sized.stream()
            .filter(
                run -> {
                  Double value = run.metric(metric.name());
                  return value != null && Targets.missed(metric, limit, value).isPresent();
                })
            .toList();
    if (missing.isEmpty()) {
      return Stream.empty();
    }
    DoubleSummaryStatistics values =
        missing.stream()
            .map(run -> run.metric(metric.name()))
            .filter(Objects::nonNull)
            .collect(Collectors.summarizingDouble(Double::doubleValue));
    String family = metric.name().replaceFirst("_.*", "");
    String setting = SETTINGS.get(family);
    return Stream.of(
        new Advice(
            CODE,
            missing.stream().map(SeenRun::label).toList(),
            "%d of %d usable runs on %d GPUs miss %s %s %s (%s; %s to %s)."
                .formatted(
                    missing.size(),
                    sized.stream().filter(run -> run.metric(metric.name()) != null).count(),
                    targets.gpus(),
                    metric.name(),
                    metric.direction() == Metric.Direction.HIGHER ? "of at least" : "of at most",
                    SeenRun.number(limit),
                    targets.label(),
                    SeenRun.number(values.getMin()),
                    SeenRun.number(values.getMax())),
            ACTIONS.getOrDefault(family, "Read the verdicts and errors of these runs first."),
            setting == null ? "No single setting moves it." : Price.of(setting, observed)));
  }
}
