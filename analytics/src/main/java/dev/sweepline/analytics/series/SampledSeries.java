package dev.sweepline.analytics.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run over its time by the samples of its client and its server. */
final class SampledSeries {
  static final Set<String> COLUMNS =
      Set.of(
          "at_us",
          "source",
          "endpoint",
          "engine",
          "num_requests_running",
          "num_requests_waiting",
          "generation_tokens_total",
          "in_flight");

  private static final String CLIENT = "client";
  private static final String BASIS = "From the samples of client and server.";

  private SampledSeries() {}

  static RunSeries of(ChosenRun run, List<StoredRow> samples) {
    Map<String, List<StoredRow>> bySource =
        samples.stream()
            .filter(sample -> sample.whole("at_us") != null)
            .collect(
                Collectors.groupingBy(SampledSeries::source, TreeMap::new, Collectors.toList()));
    bySource.values().forEach(part -> part.sort((a, b) -> Long.compare(at(a), at(b))));
    long end = samples.stream().mapToLong(SampledSeries::at).max().orElse(1);
    int most = bySource.values().stream().mapToInt(List::size).max().orElse(1);
    TimeBins bins = new TimeBins(Math.max(1, end), most);
    List<StoredRow> client = bySource.getOrDefault(CLIENT, List.of());
    List<List<StoredRow>> engines =
        bySource.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(CLIENT))
            .map(Map.Entry::getValue)
            .toList();
    return run.series(
        BASIS,
        bins.seconds(),
        level(bins, client, "in_flight"),
        sum(engines.stream().map(e -> level(bins, e, "num_requests_running")).toList(), bins),
        sum(engines.stream().map(e -> level(bins, e, "num_requests_waiting")).toList(), bins),
        tokens(bins, engines));
  }

  private static String source(StoredRow sample) {
    return CLIENT.equals(sample.text("source"))
        ? CLIENT
        : sample.text("endpoint") + " " + sample.text("engine");
  }

  private static long at(StoredRow sample) {
    return Objects.requireNonNullElse(sample.whole("at_us"), 0L);
  }

  private static List<@Nullable Double> level(
      TimeBins bins, List<StoredRow> samples, String column) {
    TimeBins.Gauge gauge = bins.gauge();
    for (StoredRow sample : samples) {
      Double level = sample.number(column);
      if (level != null) {
        gauge.read(at(sample), level);
      }
    }
    return gauge.means();
  }

  /** Known where every engine is. */
  private static List<@Nullable Double> sum(List<List<@Nullable Double>> engines, TimeBins bins) {
    List<@Nullable Double> sums = new ArrayList<>();
    for (int i = 0; i < bins.seconds().size(); i++) {
      Double sum = engines.isEmpty() ? null : (Double) 0.0;
      for (List<@Nullable Double> engine : engines) {
        Double level = engine.get(i);
        sum = sum == null || level == null ? null : (Double) (sum + level);
      }
      sums.add(sum);
    }
    return sums;
  }

  /** A counter that fell was reset by a new server, which says nothing of the time between. */
  private static List<@Nullable Double> tokens(TimeBins bins, List<List<StoredRow>> engines) {
    TimeBins.Flow flow = bins.flow();
    for (List<StoredRow> engine : engines) {
      for (int i = 1; i < engine.size(); i++) {
        Double before = engine.get(i - 1).number("generation_tokens_total");
        Double after = engine.get(i).number("generation_tokens_total");
        if (before != null && after != null && after >= before) {
          flow.add(at(engine.get(i - 1)), at(engine.get(i)), after - before);
        }
      }
    }
    return flow.perSecond();
  }
}
