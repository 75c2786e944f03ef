package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.table.ColumnType;
import dev.sweepline.analytics.table.RejectedTable;
import dev.sweepline.analytics.table.RunsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/** The small tables of batches, read back without a Spark job. */
final class StoredTables {
  private final WarehouseFolder folder;

  StoredTables(WarehouseFolder folder) {
    this.folder = folder;
  }

  RunsTable runs(StoredBatch batch) throws IOException {
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (FileStatus file : folder.tableFiles(batch.table(RunsTable.NAME))) {
      SmallTableReader.Content content = SmallTableReader.read(folder.hadoop(), file.getPath());
      columns.putAll(content.columns());
      rows.addAll(content.rows());
    }
    return RunsTable.stored(columns, batch.ledger().configColumns(), rows);
  }

  List<Reject> rejects(StoredBatch batch) throws IOException {
    List<Reject> rejects = new ArrayList<>();
    for (FileStatus file : folder.tableFiles(batch.table(RejectedTable.NAME))) {
      SmallTableReader.read(folder.hadoop(), file.getPath()).rows().stream()
          .map(RejectedTable::reject)
          .forEach(rejects::add);
    }
    return rejects;
  }
}
