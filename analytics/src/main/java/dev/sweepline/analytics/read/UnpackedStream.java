package dev.sweepline.analytics.read;

import com.github.luben.zstd.ZstdInputStream;
import dev.sweepline.contract.Packing;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The bytes of a file as they were before it was packed. */
final class UnpackedStream {
  private static final int BUFFER = 1 << 16;

  private UnpackedStream() {}

  /**
   * Unpacks as the file's name says.
   *
   * @param raw closed when it does not begin as it should
   */
  static InputStream of(String fileName, InputStream raw) throws IOException {
    try {
      return switch (Packing.of(fileName)) {
        case NONE -> raw;
        case GZIP -> new GZIPInputStream(raw, BUFFER);
        case ZSTD -> new ZstdInputStream(raw);
      };
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
