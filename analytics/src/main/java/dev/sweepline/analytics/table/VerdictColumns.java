package dev.sweepline.analytics.table;

import static dev.sweepline.analytics.table.RunColumn.Group.VERDICT;
import static dev.sweepline.analytics.table.RunValue.text;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunSummary.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the run can be trusted, for what not, and why. */
final class VerdictColumns {
  static final List<RunValue> ALL =
      List.of(
          text(
              RunsTable.VERDICT,
              VERDICT,
              run -> run.result().verdict().state().name().toLowerCase(Locale.ROOT)),
          text(RunsTable.VERDICT_REASONS, VERDICT, VerdictColumns::codes),
          text(RunsTable.VOIDED, VERDICT, VerdictColumns::voided),
          text(RunsTable.VERDICT_EVIDENCE, VERDICT, VerdictColumns::evidence),
          text(RunsTable.SUMMARY_DIFFERENCES, VERDICT, SummaryDifferences::of));

  private VerdictColumns() {}

  private static Object codes(Run run) {
    return reasons(run).stream().map(Reason::code).collect(Collectors.joining(RunsTable.LIST));
  }

  private static Object voided(Run run) {
    return reasons(run).stream()
        .flatMap(reason -> reason.voids().stream())
        .distinct()
        .collect(Collectors.joining(RunsTable.LIST));
  }

  private static Object evidence(Run run) {
    return ContractJson.current().line(reasons(run));
  }

  private static List<Reason> reasons(Run run) {
    return run.result().verdict().reasons();
  }
}
