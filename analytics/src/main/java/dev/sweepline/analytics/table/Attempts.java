package dev.sweepline.analytics.table;

import dev.sweepline.contract.RunName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several tries at one load point of one server start. The last one that was finished counts; where
 * none was, the last one.
 */
final class Attempts {
  private static final Comparator<Attempt> BY_WORTH =
      Comparator.comparing((Attempt attempt) -> attempt.row.isFinished())
          .thenComparing(attempt -> attempt.name.attempt())
          .thenComparing(attempt -> String.valueOf(attempt.row.text(RunsTable.SOURCE)));

  private Attempts() {}

  /** What all attempts at the same thing have in common. */
  private record Aim(String folder, @Nullable String expId, String load, int repeat) {}

  private record Attempt(RunName name, RunRow row) {
    /** Foreign runs have names of another form and no attempts. */
    static Optional<Attempt> of(RunRow row) {
      try {
        return Optional.of(
            new Attempt(RunName.parse(String.valueOf(row.text(RunsTable.RUN))), row));
      } catch (IllegalArgumentException foreign) {
        return Optional.empty();
      }
    }

    /** Another folder with the same experiment is another sweep. */
    Aim aim() {
      String source = String.valueOf(row.text(RunsTable.SOURCE));
      return new Aim(
          source.substring(0, source.lastIndexOf('/') + 1),
          row.text(RunsTable.EXP_ID),
          name.load(),
          name.repeat());
    }

    String uid() {
      return String.valueOf(row.text(RunsTable.RUN_UID));
    }
  }

  /** The run that counts, by the id of each that does not. */
  static Map<String, String> supersededBy(List<RunRow> rows) {
    Map<Aim, List<Attempt>> byAim = new HashMap<>();
    rows.stream()
        .map(Attempt::of)
        .flatMap(Optional::stream)
        .forEach(one -> byAim.computeIfAbsent(one.aim(), any -> new ArrayList<>()).add(one));
    Map<String, String> superseded = new HashMap<>();
    for (List<Attempt> attempts : byAim.values()) {
      Attempt counts = Collections.max(attempts, BY_WORTH);
      attempts.stream()
          .filter(attempt -> !attempt.uid().equals(counts.uid()))
          .forEach(attempt -> superseded.put(attempt.uid(), counts.uid()));
    }
    return superseded;
  }
}
