package dev.sweepline.runner.scrape;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Shows an API key.
 *
 * @param apiKey sent as a bearer token; null for none
 */
public record BearerConnector(@Nullable String apiKey) implements Connector {
  @Override
  public HttpURLConnection connection(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection(Proxy.NO_PROXY);
    if (apiKey != null) {
      connection.setRequestProperty("Authorization", "Bearer " + apiKey);
    }
    return connection;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
