package dev.sweepline.analytics.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Small tables that follow from all batches. Each is one file that is replaced when its rows are
 * others, in a folder that readers find like a batch's.
 */
final class DerivedTables {
  private final WarehouseFolder folder;
  private final WarehouseLock lock;

  DerivedTables(WarehouseFolder folder, WarehouseLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  void replace(String table, StructType schema, List<Row> rows) throws IOException {
    Path target = folder.derived(table);
    List<FileStatus> old = folder.tableFiles(target);
    if (old.size() == 1 && holds(old.get(0), schema, rows)) {
      return;
    }
    String id = BatchId.next();
    Path staged = new Path(folder.staged(id), id + WarehouseFolder.TABLE_FILE);
    SmallTableWriter.write(folder.hadoop(), staged, schema, rows);
    lock.check();
    folder.files().mkdirs(target);
    folder.rename(staged, new Path(target, staged.getName()));
    for (FileStatus file : old) {
      folder.files().delete(file.getPath(), false);
    }
    folder.files().delete(folder.staging(), true);
  }

  private boolean holds(FileStatus file, StructType schema, List<Row> rows) throws IOException {
    List<Map<String, @Nullable Object>> wanted = new ArrayList<>();
    for (Row row : rows) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < schema.length(); i++) {
        values.put(schema.fieldNames()[i], row.get(i));
      }
      wanted.add(values);
    }
    return SmallTableReader.read(folder.hadoop(), file.getPath()).rows().equals(wanted);
  }
}
