package dev.sweepline.analytics.series;

import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Some columns of a few runs' rows, read from a table's files without a Spark job. */
final class StoredRows {
  private final Configuration hadoop;
  private final Path files;
  private final Set<String> columns;

  /**
   * @param glob of the table's files
   * @param columns that are wanted, besides the run's id
   */
  StoredRows(Configuration hadoop, String glob, Set<String> columns) {
    this.hadoop = hadoop;
    this.files = new Path(glob);
    this.columns = columns;
  }

  /**
   * Rows by run.
   *
   * @throws UserError when a file cannot be read, exit code 66
   */
  Map<String, List<StoredRow>> of(Set<String> runUids) {
    Map<String, List<StoredRow>> rows = new HashMap<>();
    try {
      FileStatus[] found = files.getFileSystem(hadoop).globStatus(files);
      for (FileStatus file : found == null ? new FileStatus[0] : found) {
        read(file.getPath(), runUids, rows);
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, "%s: cannot be read: %s".formatted(files, e.getMessage()), e);
    }
    return rows;
  }

  private void read(Path file, Set<String> runUids, Map<String, List<StoredRow>> rows)
      throws IOException {
    Configuration reading = new Configuration(hadoop);
    reading.set(ReadSupport.PARQUET_READ_SCHEMA, projection(file).toString());
    Set<Binary> wanted = runUids.stream().map(Binary::fromString).collect(Collectors.toSet());
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file)
            .withConf(reading)
            .withFilter(
                FilterCompat.get(FilterApi.in(FilterApi.binaryColumn(RunsTable.RUN_UID), wanted)))
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        StoredRow row = new StoredRow(group);
        rows.computeIfAbsent(String.valueOf(row.text(RunsTable.RUN_UID)), any -> new ArrayList<>())
            .add(row);
      }
    }
  }

  /** Only what is wanted and there: an older file has fewer columns. */
  private MessageType projection(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      return new MessageType(
          schema.getName(),
          schema.getFields().stream()
              .filter(
                  field ->
                      columns.contains(field.getName())
                          || field.getName().equals(RunsTable.RUN_UID))
              .toList());
    }
  }
}
