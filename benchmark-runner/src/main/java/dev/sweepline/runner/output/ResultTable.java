package dev.sweepline.runner.output;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The short result that is printed when a run has ended; 80 columns. */
public final class ResultTable {
  private static final String[] POINTS = {"mean", "p50", "p95", "p99"};
  private static final String ABSENT = "–";

  private record Family(String title, String prefix) {}

  private static final List<Family> LATENCIES =
      List.of(
          new Family("TTFT ms (from due)", "ttft"),
          new Family("TTFT ms (from sent)", "service_ttft"),
          new Family("E2E ms (from due)", "e2e_latency"),
          new Family("ITL ms", "itl"),
          new Family("TPOT ms", "tpot"));

  private record Figure(String title, String metric) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("output tokens/s", "throughput_tokens_per_sec"),
          new Figure("requests/s", "throughput_requests_per_sec"),
          new Figure("success rate", "success_rate"),
          new Figure("rate asked", "offered_rate"),
          new Figure("rate sent", "achieved_rate"));

  private ResultTable() {}

  /**
   * The text.
   *
   * @param folder that holds the run's files
   */
  public static String of(RunSummary summary, Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add("%s in %s".formatted(summary.run(), folder));
    lines.add("requests: " + counts(summary.counts()));
    lines.add("%-20s %12s %12s %12s %12s".formatted("", "mean", "p50", "p95", "p99"));
    for (Family family : LATENCIES) {
      lines.add(row(family, summary.metrics()));
    }
    for (Figure figure : FIGURES) {
      lines.add("%-20s %12s".formatted(figure.title, text(summary.metrics(), figure.metric)));
    }
    lines.add("verdict: " + summary.verdict().state().name().toLowerCase(Locale.ROOT));
    for (Reason reason : summary.verdict().reasons()) {
      lines.add(ReasonText.of(reason));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String counts(Map<Outcome, Integer> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
  }

  private static String row(Family family, Map<String, @Nullable Object> metrics) {
    StringBuilder row = new StringBuilder("%-20s".formatted(family.title));
    for (String point : POINTS) {
      row.append(" %12s".formatted(text(metrics, family.prefix + "_" + point)));
    }
    return row.toString();
  }

  private static String text(Map<String, @Nullable Object> metrics, String name) {
    return metrics.get(name) instanceof Number number
        ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
        : ABSENT;
  }
}
