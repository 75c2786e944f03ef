package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.source.RunSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What an update of the warehouse does with each source.
 *
 * @param settings that sources are read under
 * @param pending sources to read
 * @param copies sources that hold a run which is read, or was, from another one
 * @param kept entries whose rows stay, those of vanished sources among them
 * @param replaced entries whose rows go
 * @param vanished the kept ones that lie below a folder which was looked at, and are not there
 * @param elsewhere how many of the kept ones lie in other folders
 * @param outdated the vanished ones that were read under other settings
 */
public record Intake(
    ReadSettings settings,
    List<Pending> pending,
    List<Copy> copies,
    List<LedgerEntry> kept,
    List<LedgerEntry> replaced,
    List<String> vanished,
    int elsewhere,
    List<String> outdated) {
  /** So many vanished sources are named. */
  private static final int NAMED = 5;

  /**
   * A source to read.
   *
   * @param files as they are now
   */
  record Pending(RunSource source, List<FileStamp> files) {}

  /**
   * A source whose run comes from another one.
   *
   * @param winner name of that one
   */
  record Copy(RunSource source, List<FileStamp> files, String runUid, String winner) {
    Reject reject() {
      return new Reject(source.file().name(), null, "is the same run as " + winner, null);
    }
  }

  public Intake {
    pending = List.copyOf(pending);
    copies = List.copyOf(copies);
    kept = List.copyOf(kept);
    replaced = List.copyOf(replaced);
    vanished = List.copyOf(vanished);
    outdated = List.copyOf(outdated);
  }

  /** Sources to read. */
  public List<RunSource> toRead() {
    return pending.stream().map(Pending::source).toList();
  }

  /** Bytes to read. */
  public long bytes() {
    return pending.stream().mapToLong(one -> one.source().bytes()).sum();
  }

  /** Whether the tables stay as they are. */
  public boolean isEmpty() {
    return pending.isEmpty() && copies.isEmpty() && replaced.isEmpty();
  }

  /** What a person should know of rows whose sources were not looked at. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    vanished.stream()
        .limit(NAMED)
        .map(name -> name + ": gone; its rows stay (--forget removes them)")
        .forEach(notes::add);
    if (vanished.size() > NAMED) {
      notes.add("and %d more that are gone".formatted(vanished.size() - NAMED));
    }
    if (elsewhere > 0) {
      notes.add("%d in folders that are not named now; their rows stay".formatted(elsewhere));
    }
    if (!outdated.isEmpty()) {
      notes.add(
          "%d of these were read under another version, --slo or thresholds, and cannot be read"
                  .formatted(outdated.size())
              + " again");
    }
    return notes;
  }
}
