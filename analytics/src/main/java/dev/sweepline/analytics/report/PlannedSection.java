package dev.sweepline.analytics.report;

import dev.sweepline.analytics.experiment.Experiment;
import dev.sweepline.analytics.experiment.Experiment.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What became of the experiments of the plan; nothing without one. */
final class PlannedSection implements Section {
  private static final int MOST_SHOWN = 20;

  @Override
  public String title() {
    return "Planned experiments";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<Experiment> planned =
        facts.experiments().stream().filter(row -> row.planned() != null).toList();
    if (planned.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Layout.paragraph(counts(planned)));
    List<Experiment> open = planned.stream().filter(row -> row.state() != State.DONE).toList();
    open.stream().limit(MOST_SHOWN).forEach(row -> lines.addAll(Layout.item(sentence(row))));
    if (open.size() > MOST_SHOWN) {
      lines.addAll(
          Layout.item(
              "and %d more; see the table experiments".formatted(open.size() - MOST_SHOWN)));
    }
    return lines;
  }

  private static String counts(List<Experiment> planned) {
    Map<State, Long> byState =
        planned.stream()
            .collect(
                Collectors.groupingBy(
                    Experiment::state, () -> new EnumMap<>(State.class), Collectors.counting()));
    return "%s: %s. %d of %s done."
        .formatted(
            Layout.counted(planned.size(), "experiment"),
            byState.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ")),
            planned.stream().mapToInt(Experiment::done).sum(),
            Layout.counted(
                planned.stream()
                    .map(Experiment::planned)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .sum(),
                "load point"));
  }

  private static String sentence(Experiment row) {
    String names = row.names().isEmpty() ? "" : " (" + String.join(", ", row.names()) + ")";
    String reason = row.reason() == null ? "" : ": " + row.reason();
    List<String> missing = row.missing() == null ? List.of() : row.missing();
    return "%s %s%s%s%s"
        .formatted(
            row.state(),
            row.expId(),
            names,
            reason,
            missing.isEmpty() ? "" : "; lacks " + String.join(", ", missing));
  }
}
