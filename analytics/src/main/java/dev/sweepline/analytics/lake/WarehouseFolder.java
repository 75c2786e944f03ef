package dev.sweepline.analytics.lake;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where things lie in a warehouse, and the few ways in which they are touched. */
record WarehouseFolder(Configuration hadoop, FileSystem files, Path root) {
  private static final String STAGED = "_staging";
  private static final String LOCK = "_lock";
  private static final String BATCH = "batch=";

  /** What ends the name of a table's file. */
  static final String TABLE_FILE = ".parquet";

  /** Named like a batch, so that every reader's glob finds it. */
  private static final String DERIVED = BATCH + "derived";

  /**
   * @param folder path or URI; need not exist
   */
  static WarehouseFolder of(Configuration hadoop, String folder) throws IOException {
    Path path = new Path(folder);
    FileSystem files = path.getFileSystem(hadoop);
    // Hadoop's checksum files would only be litter beside Parquet's own checksums.
    files.setWriteChecksum(false);
    return new WarehouseFolder(hadoop, files, files.makeQualified(path));
  }

  Path lock() {
    return new Path(root, LOCK);
  }

  Path staging() {
    return new Path(root, STAGED);
  }

  Path staged(String batch) {
    return new Path(staging(), batch);
  }

  Path batch(String id) {
    return new Path(root, BATCH + id);
  }

  /** The folder of a table that follows from all batches. */
  Path derived(String table) {
    return new Path(new Path(root, DERIVED), table);
  }

  /** The folders of all batches, oldest first. */
  List<Path> batches() throws IOException {
    FileStatus[] found = files.globStatus(new Path(root, BATCH + "*"));
    return found == null
        ? List.of()
        : Arrays.stream(found)
            .filter(FileStatus::isDirectory)
            .map(FileStatus::getPath)
            .filter(path -> !path.getName().equals(DERIVED))
            .sorted(Comparator.comparing(Path::getName))
            .toList();
  }

  static String idOf(Path batch) {
    return batch.getName().substring(BATCH.length());
  }

  /** What a reader of a table gives to its engine. */
  static String glob(String location, String table) {
    return location + "/" + BATCH + "*/" + table + "/*.parquet";
  }

  /** Glob of the folders of all tables. */
  static String tables(String location) {
    return location + "/" + BATCH + "*/*";
  }

  /** The Parquet files of a table, by name; none when the batch does not have it. */
  List<FileStatus> tableFiles(Path table) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    if (files.exists(table)) {
      for (FileStatus status : files.listStatus(table)) {
        if (status.isFile() && status.getPath().getName().endsWith(TABLE_FILE)) {
          found.add(status);
        }
      }
    }
    found.sort(Comparator.comparing(status -> status.getPath().getName()));
    return found;
  }

  /** Takes a folder out of every reader's sight at once, then deletes it. */
  void discard(Path unwanted) throws IOException {
    if (!files.exists(unwanted)) {
      return;
    }
    Path aside = staged(BatchId.next());
    files.mkdirs(staging());
    rename(unwanted, aside);
    files.delete(aside, true);
  }

  void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("cannot rename %s to %s".formatted(from, to));
    }
  }

  String read(Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void write(Path file, String text) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** As a person names it. */
  String location() {
    return "file".equals(root.toUri().getScheme()) ? root.toUri().getPath() : root.toString();
  }

  UserError cannotRead(Exception e) {
    return new UserError(
        ExitCode.MALFORMED,
        "%s: the warehouse cannot be read: %s; --rebuild makes its tables anew"
            .formatted(location(), e.getMessage()),
        e);
  }

  UserError cannotWrite(Exception e) {
    return cannotWrite(location(), e);
  }

  static UserError cannotWrite(String folder, Exception e) {
    return new UserError(
        ExitCode.CANNOT_WRITE,
        "%s: the warehouse cannot be written: %s; name another with --warehouse"
            .formatted(folder, e.getMessage()),
        e);
  }
}
