package dev.sweepline.runner.scrape;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Makes connections, not opened yet, that carry what lets the client in. */
@FunctionalInterface
public interface Connector {
  /** A connection to the page. */
  HttpURLConnection connection(URI page) throws IOException;
}
