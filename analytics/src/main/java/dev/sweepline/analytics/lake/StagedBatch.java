package dev.sweepline.analytics.lake;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructType;

/** A batch that no reader sees yet. */
public final class StagedBatch {
  private static final String SMALL_FILE = "part-00000.parquet";

  private final WarehouseFolder folder;
  private final String id;
  private final Path staged;

  StagedBatch(WarehouseFolder folder, String id) throws IOException {
    this.folder = folder;
    this.id = id;
    this.staged = folder.staged(id);
    if (!folder.files().mkdirs(staged)) {
      throw new IOException("a folder cannot be made there");
    }
  }

  String id() {
    return id;
  }

  /** Stages a table, in place of what was staged of it before. */
  public void stage(String table, Dataset<Row> rows) {
    write(table, rows, SaveMode.Overwrite);
  }

  /** Adds rows to a staged table. */
  void add(String table, Dataset<Row> rows) {
    write(table, rows, SaveMode.Append);
  }

  private void write(String table, Dataset<Row> rows, SaveMode mode) {
    rows.write()
        .mode(mode)
        .option("compression", "zstd")
        .parquet(new Path(staged, table).toString());
  }

  /** Stages a table of plain columns and few rows; takes no Spark job. */
  void stage(String table, StructType schema, List<Row> rows) throws IOException {
    SmallTableWriter.write(
        folder.hadoop(), new Path(new Path(staged, table), SMALL_FILE), schema, rows);
  }

  /** Bytes of all its tables. */
  long bytes() throws IOException {
    return folder.files().getContentSummary(staged).getLength();
  }

  /** Writes its ledger, the last file. */
  void close(BatchLedger ledger) throws IOException {
    folder.write(new Path(staged, BatchLedger.FILE), ledger.json());
  }

  /** Shows it to readers, whole, with one rename. */
  StoredBatch publish(BatchLedger ledger) throws IOException {
    Path target = folder.batch(id);
    folder.rename(staged, target);
    return new StoredBatch(target, ledger);
  }
}
