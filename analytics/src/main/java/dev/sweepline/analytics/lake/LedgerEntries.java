package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger's entries of a new batch. */
final class LedgerEntries {
  private final Intake intake;
  private final List<LedgerEntry> staying;
  private final Map<String, Run> runs = new HashMap<>();
  private final Map<String, Integer> rejects = new HashMap<>();

  /**
   * @param rejects of the batch
   * @param staying entries of superseded batches
   */
  LedgerEntries(Intake intake, Intaken intaken, List<Reject> rejects, List<LedgerEntry> staying) {
    this.intake = intake;
    this.staying = staying;
    intaken.runs().forEach(run -> runs.put(run.description().source(), run));
    rejects.forEach(reject -> this.rejects.merge(reject.file(), 1, Integer::sum));
  }

  List<LedgerEntry> all() {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Intake.Pending pending : intake.pending()) {
      String name = pending.source().file().name();
      Run run = runs.get(name);
      entries.add(
          entry(name, pending.files(), run == null ? null : run.description().runUid(), null, run));
    }
    for (Intake.Copy copy : intake.copies()) {
      entries.add(
          entry(copy.source().file().name(), copy.files(), copy.runUid(), copy.winner(), null));
    }
    entries.addAll(staying);
    return entries;
  }

  private LedgerEntry entry(
      String name,
      List<FileStamp> files,
      @Nullable String runUid,
      @Nullable String sameAs,
      @Nullable Run run) {
    Set<String> names = new HashSet<>(LedgerEntry.fileNames(name, files));
    return new LedgerEntry(
        name,
        files,
        runUid,
        sameAs,
        run == null ? 0 : run.result().counts().values().stream().mapToLong(n -> n).sum(),
        names.stream().mapToLong(file -> rejects.getOrDefault(file, 0)).sum(),
        intake.settings());
  }
}
