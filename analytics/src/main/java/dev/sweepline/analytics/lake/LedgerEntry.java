package dev.sweepline.analytics.lake;

import dev.sweepline.contract.RunFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source and what became of it.
 *
 * @param source its name in the tables
 * @param files it consists of, the one with the requests first
 * @param runUid of its run; null when it was rejected as a whole
 * @param sameAs name of the source that the run was read from instead; null when from this one
 * @param rows in the table of requests
 * @param rejects in the table of rejected input
 * @param settings it was read under
 */
record LedgerEntry(
    String source,
    List<FileStamp> files,
    @Nullable String runUid,
    @Nullable String sameAs,
    long rows,
    long rejects,
    ReadSettings settings) {
  private static final String SUMMARY_START = "results_";

  LedgerEntry {
    files = List.copyOf(files);
  }

  /** Where the requests were. */
  String uri() {
    return files.get(0).uri();
  }

  /** Names of its files in the tables. */
  List<String> fileNames() {
    return fileNames(source, files);
  }

  /** Names of a source's files, which lie in one folder. */
  static List<String> fileNames(String source, List<FileStamp> files) {
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    return files.stream().map(file -> folder + file.fileName()).toList();
  }

  /** Whether the tables hold its run. */
  boolean hasRun() {
    return runUid != null && sameAs == null;
  }

  /** How much of a run it is: 0 finished, 1 without a summary, 2 unfinished. */
  int completeness() {
    return completeness(files.stream().map(FileStamp::fileName).toList());
  }

  /** The same of a source that is not in the ledger. */
  static int completeness(List<String> fileNames) {
    if (fileNames.get(0).endsWith(RunFiles.PART)) {
      return 2;
    }
    return fileNames.stream().anyMatch(name -> name.startsWith(SUMMARY_START)) ? 0 : 1;
  }
}
