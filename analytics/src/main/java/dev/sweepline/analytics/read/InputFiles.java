package dev.sweepline.analytics.read;

import dev.sweepline.analytics.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Opens files on any file system that Hadoop knows. */
final class InputFiles {
  private static final int EXCERPT_BYTES = 500;

  private final Configuration hadoop;

  InputFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** The file's bytes, unpacked. */
  InputStream open(SourceFile file) throws IOException {
    return UnpackedStream.of(file.fileName(), raw(file));
  }

  /**
   * A plain file's bytes.
   *
   * @param from bytes into the file
   */
  InputStream open(SourceFile file, long from) throws IOException {
    FSDataInputStream in = raw(file);
    try {
      in.seek(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** How the file begins; null when it cannot be read. */
  @Nullable String excerpt(SourceFile file) {
    try (InputStream in = open(file)) {
      return new String(in.readNBytes(EXCERPT_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }

  private FSDataInputStream raw(SourceFile file) throws IOException {
    Path path = new Path(URI.create(file.uri()));
    return path.getFileSystem(hadoop).open(path);
  }
}
