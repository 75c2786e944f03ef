package dev.sweepline.analytics;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.List;

/**
 * The columns that an option may name.
 *
 * @param option its name
 * @param columns that are known
 * @param why a name is refused that is not among them
 */
record KnownColumns(String option, List<String> columns, String why) {
  /**
   * The column.
   *
   * @param typed what stands in the message
   * @throws UserError when it is not known, exit code 2
   */
  String known(String typed, String column) {
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
