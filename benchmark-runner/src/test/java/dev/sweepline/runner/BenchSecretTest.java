package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BenchSecretTest {
  private static final String KEY = "abc-7f3e-the-key";
  @TempDir private Path folder;

  /** The server is mean: it quotes the key in its errors. */
  @Test
  void anApiKeyIsSentAndIsInNoOutput() throws Exception {
    StubServer.Script script =
        conversation ->
            conversation.json(
                401, "{\"error\":\"not " + conversation.header("authorization") + "\"}");
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(bench.dataset(3, 1), Map.of("OPENAI_API_KEY", KEY), "--concurrency", "1");
      process.waitFor();

      assertThat(server.seen().element().header("authorization")).isEqualTo("Bearer " + KEY);
      assertThat(bench.records()).hasSize(3);
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile)).noneMatch(BenchSecretTest::holdsTheKey);
      }
    }
  }

  private static boolean holdsTheKey(Path file) {
    try {
      return Files.readString(file).contains(KEY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
