package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.analytics.table.ServerSamplesTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Moves the rows of runs that stay from superseded batches into the new one, sorted by run. */
final class CarriedRows {
  private final WarehouseFolder folder;
  private final List<StoredBatch> from;
  private final Set<String> runUids;

  /**
   * @param runUids of the runs that stay
   */
  CarriedRows(WarehouseFolder folder, List<StoredBatch> from, Set<String> runUids) {
    this.folder = folder;
    this.from = from;
    this.runUids = runUids;
  }

  void stage(StagedBatch batch, Supplier<SparkSession> spark) throws IOException {
    if (!runUids.isEmpty()) {
      stage(batch, RequestsTable.NAME, RequestsTable.SCHEMA, "index", spark);
      stage(batch, ServerSamplesTable.NAME, ServerSamplesTable.SCHEMA, "at_us", spark);
    }
  }

  private void stage(
      StagedBatch batch,
      String table,
      StructType schema,
      String order,
      Supplier<SparkSession> spark)
      throws IOException {
    List<String> files = new ArrayList<>();
    for (StoredBatch stored : from) {
      for (FileStatus file : folder.tableFiles(stored.table(table))) {
        files.add(file.getPath().toString());
      }
    }
    if (files.isEmpty()) {
      return;
    }
    spark
        .get()
        .sparkContext()
        .setJobDescription("merge %s of %d files".formatted(table, files.size()));
    Dataset<Row> rows = spark.get().read().schema(schema).parquet(files.toArray(String[]::new));
    Column stays = functions.col(RunsTable.RUN_UID).isInCollection(runUids);
    batch.add(table, rows.filter(stays).coalesce(1).sortWithinPartitions(RunsTable.RUN_UID, order));
  }
}
