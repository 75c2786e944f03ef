package dev.sweepline.analytics.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * Makes a warehouse whole at each start, whatever the writer before died of: what was staged and
 * not committed goes, and so does what a committed batch supersedes. Only for the holder of the
 * lock.
 */
final class Recovery {
  private final WarehouseFolder folder;

  Recovery(WarehouseFolder folder) {
    this.folder = folder;
  }

  /**
   * The batches that count, oldest first.
   *
   * @throws UserError when a batch has no ledger that can be read, exit code 65
   */
  List<StoredBatch> batches() throws IOException {
    List<StoredBatch> stored = new ArrayList<>();
    for (Path path : folder.batches()) {
      stored.add(new StoredBatch(path, ledger(path)));
    }
    Set<String> superseded = new HashSet<>();
    stored.forEach(batch -> superseded.addAll(batch.ledger().supersedes()));
    List<StoredBatch> live = new ArrayList<>();
    for (StoredBatch batch : stored) {
      if (superseded.contains(WarehouseFolder.idOf(batch.folder()))) {
        folder.discard(batch.folder());
      } else {
        live.add(batch);
      }
    }
    folder.files().delete(folder.staging(), true);
    return live;
  }

  private BatchLedger ledger(Path batch) throws IOException {
    try {
      BatchLedger ledger = BatchLedger.parse(folder.read(new Path(batch, BatchLedger.FILE)));
      if (ledger.ledgerVersion() != BatchLedger.VERSION) {
        throw unusable(batch, "is of version " + ledger.ledgerVersion());
      }
      return ledger;
    } catch (FileNotFoundException e) {
      throw unusable(batch, "is missing");
    } catch (JsonProcessingException e) {
      throw unusable(batch, "cannot be read: " + e.getOriginalMessage());
    }
  }

  private static UserError unusable(Path batch, String what) {
    return new UserError(
        ExitCode.MALFORMED,
        "%s: its %s %s, so its rows cannot be told; delete the folder, and its sources are read anew"
            .formatted(batch, BatchLedger.FILE, what));
  }
}
