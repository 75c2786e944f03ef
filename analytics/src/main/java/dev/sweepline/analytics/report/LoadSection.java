package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.HighestLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Up to which load each configuration keeps within a limit. */
final class LoadSection implements Section {
  private static final int MOST_CONFIGURATIONS = 12;

  @Override
  public String title() {
    return "Highest load within limits";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    facts.findings().loads().stream()
        .filter(load -> load.limit() != null)
        .collect(
            Collectors.groupingBy(HighestLoad::metric, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(loads -> lines.addAll(lines(loads)));
    return lines;
  }

  private static List<String> lines(List<HighestLoad> loads) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s within %s, with 95 %% confidence; only loads that were run are named."
                .formatted(loads.get(0).metric(), Layout.number(loads.get(0).limit()))));
    loads.stream()
        .limit(MOST_CONFIGURATIONS)
        .forEach(load -> lines.addAll(Layout.item(sentence(load))));
    if (loads.size() > MOST_CONFIGURATIONS) {
      lines.addAll(Layout.paragraph("and %d more.".formatted(loads.size() - MOST_CONFIGURATIONS)));
    }
    return lines;
  }

  private static String sentence(HighestLoad load) {
    boolean known = load.steps().stream().anyMatch(step -> step.bound() != null);
    return load.configuration().text()
        + ": "
        + (known
            ? "up to %s on average, up to %s for the next start%s"
                .formatted(
                    name(load.atLeast()),
                    name(load.atLeastNextStart()),
                    load.failsFrom() == null ? "" : "; fails from " + load.failsFrom())
            : "too few starts to say");
  }

  private static String name(@Nullable String load) {
    return load == null ? "no load" : load;
  }
}
