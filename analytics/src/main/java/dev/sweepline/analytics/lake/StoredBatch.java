package dev.sweepline.analytics.lake;

import org.apache.hadoop.fs.Path;

/**
 * A batch that was committed and not superseded.
 *
 * @param folder it is in
 * @param ledger what its ledger says
 */
record StoredBatch(Path folder, BatchLedger ledger) {
  /** Below this a batch is merged into others, bytes. */
  private static final long SMALL = 32L << 20;

  boolean isSmall() {
    return ledger.bytes() < SMALL;
  }

  Path table(String name) {
    return new Path(folder, name);
  }
}
