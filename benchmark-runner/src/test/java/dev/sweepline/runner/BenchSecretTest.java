package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The key is looked for in all that a run writes and in the command line of every process. */
@Timeout(60)
final class BenchSecretTest {
  private static final String KEY = "abc-7f3e-the-key";
  private static final Path PROCESSES = Path.of("/proc");

  private final List<String> commandLines = Collections.synchronizedList(new ArrayList<>());
  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  @Test
  void aKeyIsSentAndIsInNoOutput() throws Exception {
    assertKept(conversation -> conversation.good(2));
  }

  @Test
  void norWhenTheServerQuotesItInAnError() throws Exception {
    assertKept(
        conversation ->
            conversation.json(
                401, "{\"error\":\"not " + conversation.header("authorization") + "\"}"));
  }

  @Test
  void norWhenTheServerQuotesItBareInTheMiddleOfAStream() throws Exception {
    assertKept(
        conversation -> {
          conversation.startStream();
          conversation.token("t");
          conversation.data("{\"error\":{\"message\":\"who is %s?\"}}".formatted(KEY));
          conversation.done();
        });
  }

  @Test
  void norWhenTheServerAnswersWithIt() throws Exception {
    assertKept(
        conversation -> {
          conversation.startStream();
          conversation.token("it is " + KEY.substring(0, 6));
          conversation.token(KEY.substring(6) + ", is it?");
          conversation.finish("length");
          conversation.done();
        });
  }

  @Test
  void norWhenItComesFromAFile() throws Exception {
    Path outside = Files.writeString(elsewhere.resolve("key"), KEY + "\n");
    assertKept(
        conversation -> conversation.json(401, "{\"error\":\"not " + KEY + "\"}"),
        Map.of(),
        List.of("--api-key-file", outside.toString()));
  }

  private void assertKept(StubServer.Script script) throws Exception {
    assertKept(script, Map.of("OPENAI_API_KEY", KEY), List.of());
  }

  private void assertKept(
      StubServer.Script script, Map<String, String> environment, List<String> options)
      throws Exception {
    StubServer.Script looking =
        conversation -> {
          if (commandLines.isEmpty()) {
            commandLines.addAll(commandLines());
          }
          script.answer(conversation);
        };
    try (StubServer server = new StubServer(looking)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(
              bench.dataset(3, 1),
              environment,
              Stream.concat(
                      options.stream(),
                      Stream.of(
                          "--concurrency",
                          "1",
                          "--compress",
                          "gzip",
                          "--save-text",
                          "--vllm-json",
                          folder.resolve("vllm.json").toString()))
                  .toArray(String[]::new));
      process.waitFor();

      assertThat(server.seen())
          .filteredOn(sent -> sent.requestLine().startsWith("POST"))
          .extracting((Conversation sent) -> sent.header("authorization"))
          .hasSizeGreaterThanOrEqualTo(3)
          .containsOnly("Bearer " + KEY);
    }
    assertThat(commandLines)
        .anyMatch(line -> line.contains(BenchMain.class.getName()))
        .noneMatch(line -> line.contains(KEY));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .anyMatch(file -> file.toString().endsWith(".jsonl.gz"))
          .anyMatch(file -> file.endsWith("vllm.json"))
          .noneMatch(file -> text(file).contains(KEY));
    }
  }

  private static String text(Path file) {
    boolean packed = file.toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of every process that is there now. */
  private static List<String> commandLines() throws IOException {
    try (Stream<Path> processes = Files.list(PROCESSES)) {
      return processes
          .map(process -> process.resolve("cmdline"))
          .filter(Files::isReadable)
          .map(BenchSecretTest::commandLine)
          .toList();
    }
  }

  private static String commandLine(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
