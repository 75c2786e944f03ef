package dev.sweepline.analytics.report;

import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the runs were judged by. */
final class YardstickLines {
  private YardstickLines() {}

  static List<String> of(Yardstick yardstick) {
    return Layout.paragraph(
        "A request is good by %s. %s"
            .formatted(slo(yardstick.slo()), thresholds(yardstick.thresholds())));
  }

  private static String slo(Slo slo) {
    return Stream.of(
            limit("TTFT", slo.ttftMs()), limit("TPOT", slo.tpotMs()), limit("E2E", slo.e2eMs()))
        .flatMap(List::stream)
        .collect(Collectors.joining(", "));
  }

  private static List<String> limit(String name, @Nullable Double ms) {
    return ms == null ? List.of() : List.of("%s up to %s ms".formatted(name, Layout.number(ms)));
  }

  private static String thresholds(Thresholds thresholds) {
    if (thresholds.changed().isEmpty()) {
      return "All thresholds are the rules' own.";
    }
    Map<String, Double> standards = Thresholds.standards();
    return thresholds.changed().entrySet().stream()
        .map(
            set ->
                "%s %s instead of %s"
                    .formatted(
                        set.getKey(),
                        Layout.number(set.getValue()),
                        Layout.number(standards.get(set.getKey()))))
        .collect(Collectors.joining(", ", "Thresholds that were set: ", "."));
  }
}
