package dev.sweepline.analytics.table;

import static dev.sweepline.analytics.table.RunColumn.Group.IDENTITY;
import static dev.sweepline.analytics.table.RunValue.count;
import static dev.sweepline.analytics.table.RunValue.text;

import dev.sweepline.analytics.config.ConfigMatch;
import dev.sweepline.analytics.read.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which run it is, and which configuration is known to be its own. */
final class IdentityColumns {
  static final List<RunValue> ALL =
      List.of(
          text(RunsTable.RUN_UID, IDENTITY, run -> run.description().runUid()),
          text(RunsTable.EXP_ID, IDENTITY, run -> run.description().expId()),
          text(RunsTable.RUN, IDENTITY, run -> run.description().run()),
          count(RunsTable.REPEAT, IDENTITY, run -> run.description().repeat()),
          text(RunsTable.SOURCE, IDENTITY, run -> run.description().source()),
          text(RunsTable.TOOL, IDENTITY, run -> run.description().tool()),
          text("started_at", IDENTITY, run -> run.description().startedAt()),
          text(RunsTable.CONFIG_BASIS, IDENTITY, IdentityColumns::basis),
          text("config_name", IDENTITY, IdentityColumns::configName));

  private IdentityColumns() {}

  private static @Nullable Object basis(Run run) {
    ConfigMatch config = run.description().config();
    return config == null ? null : config.basis().column();
  }

  private static @Nullable Object configName(Run run) {
    ConfigMatch config = run.description().config();
    return config == null ? null : config.name();
  }
}
