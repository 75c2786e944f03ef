package dev.sweepline.analytics.lake;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Tells which tables a warehouse has. */
final class TableNames {
  private TableNames() {}

  static List<String> of(Configuration hadoop, String location) {
    try {
      Path tables = new Path(WarehouseFolder.tables(location));
      FileStatus[] found = tables.getFileSystem(hadoop).globStatus(tables);
      List<String> names =
          found == null
              ? List.of()
              : Stream.of(found)
                  .filter(FileStatus::isDirectory)
                  .map(table -> table.getPath().getName())
                  .distinct()
                  .sorted()
                  .toList();
      if (names.isEmpty()) {
        throw new UserError(
            ExitCode.NO_INPUT,
            location + ": no tables there; make them with aggregate, or name another --warehouse");
      }
      return names;
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "%s: the warehouse cannot be read: %s".formatted(location, e.getMessage()),
          e);
    }
  }
}
