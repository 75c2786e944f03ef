package dev.sweepline.runner.scrape;

import dev.sweepline.runner.scrape.exposition.ExpositionParser;
import dev.sweepline.runner.scrape.exposition.Format;
import dev.sweepline.runner.scrape.exposition.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Gets a page of metrics, within limits of time and size.
 *
 * @param connector makes the connection
 * @param timeLimit of the whole fetch; it may be passed by as much once more where a server sends
 *     next to nothing
 */
record PageFetch(Connector connector, Duration timeLimit) {
  private static final int MOST_BYTES = 64 << 20;
  private static final int BUFFER = 1 << 16;

  /** The text format first: OpenMetrics has nothing that is needed, and is slower to render. */
  private static final String ACCEPTED = "text/plain;version=0.0.4,*/*;q=0.1";

  /**
   * Gets it.
   *
   * @throws IOException when there is no whole page
   */
  Page get(URI uri) throws IOException {
    long deadlineNs = System.nanoTime() + timeLimit.toNanos();
    HttpURLConnection connection = connector.connection(uri);
    int limitMs = Math.toIntExact(timeLimit.toMillis());
    connection.setConnectTimeout(limitMs);
    connection.setReadTimeout(limitMs);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", ACCEPTED);
    boolean kept = false;
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP " + status);
      }
      Page page = page(connection, deadlineNs);
      kept = true;
      return page;
    } finally {
      if (!kept) {
        connection.disconnect();
      }
    }
  }

  private Page page(HttpURLConnection connection, long deadlineNs) throws IOException {
    String text;
    try (InputStream body = connection.getInputStream()) {
      text = text(body, deadlineNs);
    }
    Page page = ExpositionParser.parse(text, Format.of(connection.getContentType()));
    if (!page.whole()) {
      throw new IOException("a page that is cut off");
    }
    if (page.series().isEmpty() && page.malformedLines() > 0) {
      throw new IOException("not a page of metrics");
    }
    return page;
  }

  private String text(InputStream body, long deadlineNs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    byte[] buffer = new byte[BUFFER];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > MOST_BYTES) {
        throw new IOException("more than %d MiB".formatted(MOST_BYTES >> 20));
      }
      if (System.nanoTime() > deadlineNs) {
        throw new IOException("no whole page within %s s".formatted(timeLimit.toMillis() / 1e3));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
