package dev.sweepline.analytics.report;

import dev.sweepline.analytics.config.ConfigBasis;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what each run got its configuration, and which files were not believed. */
final class ConfigSection implements Section {
  @Override
  public String title() {
    return "Configurations";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "Experiments joined: %d by the run's own snapshot, %d by content hash, %d by name; %d"
                    .formatted(
                        ids(facts, ConfigBasis.SNAPSHOT).size(),
                        ids(facts, ConfigBasis.CONTENT_HASH).size(),
                        ids(facts, ConfigBasis.NAME).size(),
                        ids(facts, null).size())
                + " without a known configuration."));
    Set<String> unknown = ids(facts, null);
    List<String> claimed =
        facts.configs().staleClaims().entrySet().stream()
            .filter(entry -> unknown.contains(entry.getValue()))
            .map(entry -> entry.getKey())
            .sorted()
            .toList();
    int stale = facts.configs().staleClaims().size();
    if (stale > 0) {
      lines.addAll(
          Layout.item(
              "Stale: %s an id in the name that %s content no longer has; not joined by it.%s"
                  .formatted(
                      stale == 1 ? "1 file has" : stale + " files have",
                      stale == 1 ? "its" : "their",
                      claimed.isEmpty()
                          ? ""
                          : " Of a run that is here: " + String.join(", ", claimed) + ".")));
    }
    facts.configs().unreadable().forEach(file -> lines.addAll(Layout.item("not read: " + file)));
    return lines;
  }

  private static Set<String> ids(ReportFacts facts, @Nullable ConfigBasis basis) {
    String wanted = basis == null ? null : basis.column();
    return facts.table().rows().stream()
        .filter(row -> Objects.equals(row.text(RunsTable.CONFIG_BASIS), wanted))
        .map(row -> String.valueOf(row.text(RunsTable.EXP_ID)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
