package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A key and the values of headers are looked for in what a run writes and says. */
@Timeout(60)
final class BenchHeaderSecretTest {
  private static final String KEY = "abc-7f3e-the-key";
  private static final String ROUTE = "route-5d1c-of-mine";

  @TempDir private Path folder;

  /** The server is mean: it quotes the key in its errors. */
  @Test
  void anApiKeyAndAHeaderAreSentAndAreInNoOutput() throws Exception {
    StubServer.Script script =
        conversation ->
            conversation.json(
                401,
                "{\"error\":\"neither %s nor %s\"}"
                    .formatted(
                        conversation.header("authorization"), conversation.header("x-route")));
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(
              bench.dataset(3, 1),
              Map.of("OPENAI_API_KEY", KEY),
              "--concurrency",
              "1",
              "--header",
              "X-Route: " + ROUTE);
      process.waitFor();

      assertThat(server.seen().element().header("authorization")).isEqualTo("Bearer " + KEY);
      assertThat(bench.records()).hasSize(3);
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile))
            .noneMatch(BenchHeaderSecretTest::holdsASecret);
      }
    }
  }

  /** In the error of the preflight too, which is all that this run says. */
  @Test
  void aKeyFromAFileAndAHeaderAreInNoMessage() throws IOException {
    StubServer.Script script =
        conversation -> {
          if (conversation.requestLine().startsWith("GET")) {
            conversation.answeredByItself();
          } else {
            conversation.json(
                401,
                "{\"error\":\"neither %s nor %s\"}"
                    .formatted(
                        conversation.header("authorization"), conversation.header("x-route")));
          }
        };
    Path key = Files.writeString(folder.resolve("key"), KEY);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    try (StubServer server = StubServer.unaided(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      BenchCall.Ended ended =
          bench.run(
              bench.dataset(3, 1),
              "--concurrency",
              "1",
              "--api-key-file",
              key.toString(),
              "--header",
              "X-Route: " + ROUTE);

      assertThat(server.seen())
          .allMatch(conversation -> conversation.header("x-route").equals(ROUTE))
          .allMatch(conversation -> conversation.header("authorization").endsWith(KEY));
      assertThat(ended.err())
          .contains("HTTP 401: neither <secret> nor <secret>")
          .doesNotContain(KEY, ROUTE);
    }
  }

  private static boolean holdsASecret(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains(KEY) || text.contains(ROUTE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
