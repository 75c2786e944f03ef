package dev.sweepline.analytics.table;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * The folder of the tables. All tables of a batch are staged aside and committed by one rename to
 * {@code batch=<id>}; readers take {@code batch=*}{@code /<table>/*.parquet}. A new batch replaces
 * all others.
 */
public final class Warehouse implements AutoCloseable {
  private static final String STAGED = "_staging";
  private static final String BATCH = "batch=";

  private final FileSystem fileSystem;
  private final Path root;
  private final UUID batch = BatchId.at(Instant.now());

  private Warehouse(FileSystem fileSystem, Path root) {
    this.fileSystem = fileSystem;
    this.root = root;
  }

  /**
   * Opens the warehouse for one batch.
   *
   * @param folder path or URI; need not exist
   * @throws UserError when the folder cannot be used, exit code 76
   */
  public static Warehouse open(Configuration hadoop, String folder) {
    try {
      Path root = new Path(folder);
      FileSystem fileSystem = root.getFileSystem(hadoop);
      // Hadoop's checksum files would only be litter beside Parquet's own checksums.
      fileSystem.setWriteChecksum(false);
      Warehouse warehouse = new Warehouse(fileSystem, fileSystem.makeQualified(root));
      if (!fileSystem.mkdirs(warehouse.staging())) {
        throw new IOException("a folder cannot be made there");
      }
      return warehouse;
    } catch (IOException | IllegalArgumentException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** Stages a table of this batch. */
  public void stage(String table, Dataset<Row> rows) {
    rows.write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(new Path(staging(), table).toString());
  }

  /**
   * Commits what was staged, and lets go of the batches before.
   *
   * @throws UserError when the file system refuses, exit code 76
   */
  public void commit() {
    try {
      FileStatus[] old = fileSystem.globStatus(new Path(root, BATCH + "*"));
      Path target = new Path(root, BATCH + batch);
      if (!fileSystem.rename(staging(), target)) {
        throw new IOException("cannot rename %s to %s".formatted(staging(), target));
      }
      for (FileStatus status : old) {
        fileSystem.delete(status.getPath(), true);
      }
    } catch (IOException e) {
      throw cannotWrite(root.toString(), e);
    }
  }

  /** Lets go of what was staged and not committed. */
  @Override
  public void close() {
    try {
      fileSystem.delete(staging(), true);
      Path staged = new Path(root, STAGED);
      if (fileSystem.exists(staged) && fileSystem.listStatus(staged).length == 0) {
        fileSystem.delete(staged, false);
      }
    } catch (IOException e) {
      throw cannotWrite(root.toString(), e);
    }
  }

  /** Where its tables are, as a person names it. */
  public String location() {
    return "file".equals(root.toUri().getScheme()) ? root.toUri().getPath() : root.toString();
  }

  /** What a reader of a table gives to its engine. */
  public static String glob(String location, String table) {
    return location + "/" + BATCH + "*/" + table + "/*.parquet";
  }

  /**
   * The tables of a warehouse, by name.
   *
   * @throws UserError when there is none, exit code 66
   */
  public static List<String> tables(Configuration hadoop, String location) {
    try {
      Path batches = new Path(location, BATCH + "*/*");
      FileStatus[] found = batches.getFileSystem(hadoop).globStatus(batches);
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

  private Path staging() {
    return new Path(root, STAGED + "/" + batch);
  }

  private static UserError cannotWrite(String folder, Exception e) {
    return new UserError(
        ExitCode.CANNOT_WRITE,
        "%s: the warehouse cannot be written: %s; name another with --warehouse"
            .formatted(folder, e.getMessage()),
        e);
  }
}
