package dev.sweepline.analytics.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a file, numbered; a monstrous one is cut, so that it never fills the memory. */
final class JsonLines implements Closeable {
  private static final int LONGEST = 16 << 20;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
  private long number;

  JsonLines(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** The next line without its end; null behind the last. */
  @Nullable String next() throws IOException {
    line.reset();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() < LONGEST) {
        line.write(read);
      }
    }
    number++;
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Number of the line last read, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
