package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compared, checked against the table.
 *
 * @param parameters columns of configuration keys
 * @param metric a metric's column
 * @param references values that the others are held against, by parameter
 */
record Questions(List<String> parameters, String metric, Map<String, String> references) {
  private static final String OWN_METRIC = "steady_tokens_per_sec";
  private static final String FOREIGN_METRIC = "throughput_tokens_per_sec";

  /**
   * @param metric null for the default: what own runs are compared by, when there are any
   * @throws UserError when a name is none of the table's, exit code 2
   */
  static Questions of(
      RunsTable table,
      List<String> keys,
      @Nullable String metric,
      @Nullable String reference,
      OwnRuns ownRuns) {
    List<String> parameters = new ArrayList<>();
    for (String key : keys) {
      parameters.add(
          known(
              "--compare-param",
              key,
              RunsTable.configColumn(key),
              table.names(RunColumn.Group.CONFIG),
              "no configuration of a run that was read states it"));
    }
    String asked =
        metric != null ? metric : ownRuns == OwnRuns.PRESENT ? OWN_METRIC : FOREIGN_METRIC;
    return new Questions(
        parameters,
        known(
            "--metric",
            asked,
            asked,
            SweepRuns.of(table).metrics(),
            "no metric that runs can be compared by"),
        references(parameters, reference));
  }

  private static Map<String, String> references(
      List<String> parameters, @Nullable String reference) {
    Map<String, String> references = new HashMap<>();
    if (reference != null) {
      parameters.forEach(parameter -> references.put(parameter, reference));
    }
    return references;
  }

  /** Whether there are runs of this project among the input. */
  enum OwnRuns {
    PRESENT,
    ABSENT
  }

  private static String known(
      String option, String typed, String column, List<String> columns, String why) {
    if (columns.contains(column)) {
      return column;
    }
    throw new UserError(
        ExitCode.USAGE,
        "%s %s: %s%s"
            .formatted(
                option,
                typed,
                why,
                NearestName.of(column, columns)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("")));
  }
}
