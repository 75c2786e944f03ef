package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the entries that are to be forgotten: only a source that is gone can be. */
final class Forgetting {
  private Forgetting() {}

  /**
   * @param names of sources, or run_uids
   * @throws UserError when a name is none of the ledger's, or its file is still there
   */
  static List<LedgerEntry> of(List<String> names, List<LedgerEntry> entries, FoundRuns found) {
    Set<String> present =
        found.sources().stream().map(source -> source.file().uri()).collect(Collectors.toSet());
    List<LedgerEntry> forgotten = new ArrayList<>();
    for (String name : names) {
      List<LedgerEntry> meant =
          entries.stream()
              .filter(entry -> name.equals(entry.source()) || name.equals(entry.runUid()))
              .toList();
      if (meant.isEmpty()) {
        throw unknown(name, entries);
      }
      for (LedgerEntry entry : meant) {
        if (present.contains(entry.uri())) {
          throw new UserError(
              ExitCode.REFUSED,
              "--forget %s: it is still there and would be read again; move %s away first"
                  .formatted(name, entry.uri()));
        }
      }
      forgotten.addAll(meant);
    }
    return forgotten;
  }

  private static UserError unknown(String name, List<LedgerEntry> entries) {
    List<String> known =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.source(), entry.runUid()))
            .filter(Objects::nonNull)
            .toList();
    return new UserError(
        ExitCode.USAGE,
        "--forget %s: no source or run_uid of the warehouse%s"
            .formatted(
                name,
                NearestName.of(name, known)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("")));
  }
}
