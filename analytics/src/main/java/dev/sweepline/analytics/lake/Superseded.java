package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.lake.LakeRequest.Merging;
import dev.sweepline.analytics.table.RunsTable;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which batches a new one takes the place of. */
final class Superseded {
  /** So many small batches are merged without being asked: a tree read every hour stays small. */
  private static final int MANY = 16;

  private static final int TWO = 2;

  private Superseded() {}

  /**
   * Those that hold rows which go, those whose columns are of another type than the whole table's,
   * and those that are merged.
   *
   * @param all the table of runs, old and new
   */
  static List<StoredBatch> of(
      List<StoredBatch> batches,
      Set<LedgerEntry> replaced,
      StoredTables tables,
      RunsTable all,
      Merging merging)
      throws IOException {
    Set<StoredBatch> superseded = new LinkedHashSet<>(toMerge(batches, merging));
    for (StoredBatch batch : batches) {
      Set<LedgerEntry> going = new HashSet<>(batch.ledger().sources());
      going.retainAll(replaced);
      if (!going.isEmpty() || tables.runs(batch).differsFrom(all)) {
        superseded.add(batch);
      }
    }
    return List.copyOf(superseded);
  }

  /** Small batches, when there are enough of them. */
  static List<StoredBatch> toMerge(List<StoredBatch> batches, Merging merging) {
    List<StoredBatch> small = batches.stream().filter(StoredBatch::isSmall).toList();
    int enough =
        switch (merging) {
          case MANY -> MANY;
          case ANY -> TWO;
        };
    return small.size() >= enough ? small : List.of();
  }
}
