package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.lake.Claim.State;
import dev.sweepline.analytics.lake.LakeRequest.Reuse;
import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.analytics.source.RunSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was found with the ledgers. Each run is to be in the tables once, from the best of
 * its sources.
 */
final class IntakePlan {
  private final SourcePeek peek;
  private final ReadSettings settings;
  private final Reuse reuse;
  private final Map<String, List<Claim>> claims = new TreeMap<>();
  private final List<Intake.Pending> pending = new ArrayList<>();
  private final List<Intake.Copy> copies = new ArrayList<>();
  private final Set<LedgerEntry> replaced = new LinkedHashSet<>();

  IntakePlan(SourcePeek peek, ReadSettings settings, Reuse reuse) {
    this.peek = peek;
    this.settings = settings;
    this.reuse = reuse;
  }

  /**
   * @param entries of all ledgers
   * @param forgotten those of them whose rows are to go
   */
  Intake of(FoundRuns found, Collection<LedgerEntry> entries, Collection<LedgerEntry> forgotten) {
    replaced.addAll(forgotten);
    Set<LedgerEntry> known = new LinkedHashSet<>(entries);
    known.removeAll(forgotten);
    Set<LedgerEntry> absent = new LinkedHashSet<>(known);
    for (KnownSources.Match match : new KnownSources(known, peek).match(found.sources())) {
      absent.remove(match.entry());
      consider(match);
    }
    absent.stream()
        .filter(LedgerEntry::hasRun)
        .forEach(entry -> claim(entry.runUid(), new Claim(null, entry, State.HELD)));
    claims.forEach(this::settle);
    known.removeAll(replaced);
    absent.removeAll(replaced);
    return result(found, List.copyOf(known), absent);
  }

  private void consider(KnownSources.Match match) {
    RunSource source = match.source();
    LedgerEntry right = stillRight(match);
    if (right == null) {
      peek.runUid(source)
          .ifPresentOrElse(
              runUid -> claim(runUid, new Claim(source, match.entry(), State.TO_READ)),
              () -> read(source, match.entry()));
    } else if (right.runUid() != null) {
      claim(right.runUid(), new Claim(source, right, right.hasRun() ? State.HELD : State.COPY));
    }
  }

  /** The entry whose rows are right as they are; null when the source must be read. */
  private @Nullable LedgerEntry stillRight(KnownSources.Match match) {
    LedgerEntry entry = match.entry();
    return entry != null
            && match.unchanged()
            && reuse == Reuse.UNCHANGED
            && settings.accept(entry.settings(), ReadSettings.OwnRun.of(match.source()))
        ? entry
        : null;
  }

  private void claim(@Nullable String runUid, Claim claim) {
    claims.computeIfAbsent(String.valueOf(runUid), any -> new ArrayList<>()).add(claim);
  }

  private void settle(String runUid, List<Claim> rivals) {
    rivals.sort(Claim.BEST);
    Claim winner = rivals.get(0);
    if (winner.state() != State.HELD && winner.source() != null) {
      read(winner.source(), winner.entry());
    }
    for (Claim loser : rivals.subList(1, rivals.size())) {
      if (loser.isKnownCopyOf(winner.name())) {
        continue;
      }
      if (loser.entry() != null) {
        replaced.add(loser.entry());
      }
      if (loser.source() != null) {
        copies.add(
            new Intake.Copy(loser.source(), peek.stamps(loser.source()), runUid, winner.name()));
      }
    }
  }

  private void read(RunSource source, @Nullable LedgerEntry before) {
    pending.add(new Intake.Pending(source, peek.stamps(source)));
    if (before != null) {
      replaced.add(before);
    }
  }

  private Intake result(FoundRuns found, List<LedgerEntry> kept, Set<LedgerEntry> absent) {
    List<LedgerEntry> vanished =
        absent.stream().filter(entry -> found.lookedAt(entry.uri())).toList();
    return new Intake(
        settings,
        pending,
        copies,
        kept,
        List.copyOf(replaced),
        vanished.stream().map(LedgerEntry::source).toList(),
        absent.size() - vanished.size(),
        absent.stream()
            .filter(LedgerEntry::hasRun)
            .filter(entry -> !settings.accept(entry.settings(), ReadSettings.OwnRun.YES))
            .map(LedgerEntry::source)
            .toList());
  }
}
