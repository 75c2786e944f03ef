package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ledger's entries of sources: by place, or by name and content where a whole tree was
 * moved.
 */
final class KnownSources {
  private final Map<String, LedgerEntry> byUri = new HashMap<>();
  private final Map<String, LedgerEntry> byName = new HashMap<>();
  private final KnownNames names;
  private final SourcePeek peek;

  /**
   * A source and its entry.
   *
   * @param source under its name in the tables
   * @param entry null when it is new
   * @param unchanged whether its files are what they were
   */
  record Match(RunSource source, @Nullable LedgerEntry entry, boolean unchanged) {}

  KnownSources(Collection<LedgerEntry> entries, SourcePeek peek) {
    for (LedgerEntry entry : entries) {
      byUri.put(entry.uri(), entry);
      byName.put(entry.source(), entry);
    }
    this.names = new KnownNames(entries);
    this.peek = peek;
  }

  List<Match> match(List<RunSource> sources) {
    Set<String> present = new HashSet<>();
    sources.forEach(source -> present.add(source.file().uri()));
    List<Match> matches = new ArrayList<>();
    for (RunSource source : sources) {
      LedgerEntry entry = byUri.get(source.file().uri());
      LedgerEntry namesake = byName.get(source.file().name());
      if (entry != null) {
        matches.add(new Match(names.named(source), entry, isUnchanged(source, entry)));
      } else if (namesake != null
          && !present.contains(namesake.uri())
          && isUnchanged(source, namesake)) {
        matches.add(new Match(source, namesake, true));
      } else {
        matches.add(new Match(names.named(source), null, false));
      }
    }
    return matches;
  }

  private boolean isUnchanged(RunSource source, LedgerEntry entry) {
    List<SourceFile> files = source.files();
    if (files.size() != entry.files().size()) {
      return false;
    }
    for (int i = 0; i < files.size(); i++) {
      FileStamp stamp = entry.files().get(i);
      if (!stamp.fileName().equals(files.get(i).fileName())
          || !stamp.isOf(files.get(i), peek::hash)) {
        return false;
      }
    }
    return true;
  }
}
