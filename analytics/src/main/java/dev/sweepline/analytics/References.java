package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values that others are held against, by parameter. */
final class References {
  private References() {}

  /**
   * @throws UserError when no run has a value, exit code 2
   */
  static Map<String, String> of(ComparisonRequest asked, SweepRuns runs, List<String> parameters) {
    Map<String, String> references = new HashMap<>();
    for (String text : asked.references()) {
      String[] pair = text.split("=", 2);
      boolean used = pair.length == 2 && add(references, runs, column(asked, pair[0]), pair[1]);
      for (String parameter : pair.length == 2 ? List.<String>of() : parameters) {
        used |= add(references, runs, parameter, text);
      }
      used |= pair.length == 1 && addClient(references, asked, text);
      if (!used) {
        throw new UserError(
            ExitCode.USAGE,
            "--reference %s: no run has that value of %s"
                .formatted(
                    text,
                    parameters.isEmpty() ? "a compared parameter" : String.join(", ", parameters)));
      }
    }
    return references;
  }

  private static String column(ComparisonRequest asked, String key) {
    return asked.by().stream().anyMatch(by -> by.column().equals(key))
        ? key
        : RunsTable.configColumn(key);
  }

  private static boolean add(
      Map<String, String> references, SweepRuns runs, String parameter, String value) {
    boolean client = parameter.equals("load") || parameter.equals("dataset");
    boolean known =
        client
            || runs.rows().stream()
                .map(row -> row.text(parameter))
                .filter(Objects::nonNull)
                .anyMatch(value::equals);
    if (known) {
      references.put(parameter, value);
    }
    return known;
  }

  private static boolean addClient(
      Map<String, String> references, ComparisonRequest asked, String value) {
    asked.by().forEach(by -> references.put(by.column(), value));
    return !asked.by().isEmpty();
  }
}
