package dev.sweepline.simulator.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Who may pass: nobody before the server is ready, and below {@code /v1} only who has a key.
 *
 * @param ready completed when the server is
 * @param keys none for a server that is open to all
 */
record Gate(CompletableFuture<Void> ready, List<String> keys) {
  private static final String BEARER = "Bearer ";

  boolean open() {
    return ready.isDone();
  }

  boolean admits(String path, String authorization) {
    return keys.isEmpty()
        || !path.startsWith("/v1/")
        || keys.stream().anyMatch(key -> authorization.equals(BEARER + key));
  }
}
