package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.SourceFile;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A source's claim to be the one that a run is read from.
 *
 * @param source null when it has vanished
 * @param entry what became of it before; null when it is new
 * @param state what the tables have of it
 */
record Claim(@Nullable RunSource source, @Nullable LedgerEntry entry, State state) {
  /** Best first: the most complete one, one that is there, one that was read already, by name. */
  static final Comparator<Claim> BEST =
      Comparator.comparingInt(Claim::completeness)
          .thenComparing(claim -> claim.source == null)
          .thenComparing(claim -> claim.state != State.HELD)
          .thenComparing(Claim::name);

  /** What the tables have of a source. */
  enum State {
    /** Its rows, and they are right. */
    HELD,
    /** The remark that it is a copy. */
    COPY,
    /** Nothing that is right. */
    TO_READ
  }

  private int completeness() {
    if (source != null) {
      return LedgerEntry.completeness(source.files().stream().map(SourceFile::fileName).toList());
    }
    return entry == null ? 0 : entry.completeness();
  }

  String name() {
    if (source != null) {
      return source.file().name();
    }
    return entry == null ? "" : entry.source();
  }

  /** Whether it is known already as a copy of that source. */
  boolean isKnownCopyOf(String winner) {
    return state == State.COPY && entry != null && winner.equals(entry.sameAs());
  }
}
