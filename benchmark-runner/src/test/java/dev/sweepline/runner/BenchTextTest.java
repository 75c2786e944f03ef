package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of answers are kept where that is asked for, and nowhere else. */
@Timeout(60)
final class BenchTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path folder;

  /** Says back what it was asked, in two tokens. */
  private static void answer(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("answer ");
    conversation.token("to \u00e9 " + conversation.prompt());
    conversation.finish("length");
    conversation.usage(2, 2);
    conversation.done();
  }

  private static Map<String, String> texts(Path file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode kept = JSON.readTree(line);
      texts.put(kept.path("request_id").asText(), kept.path("text").asText());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"completions", "chat"})
  void theTextOfEachAnswerIsKeptWithItsRequest(String endpoint) throws IOException {
    try (StubServer server = new StubServer(BenchTextTest::answer)) {
      BenchCall bench = new BenchCall(folder, server.url());
      bench.run(bench.dataset(5, 2), "--concurrency", "2", "--save-text", "--endpoint", endpoint);
      assertThat(texts(bench.files("texts_", ".jsonl").get(0)))
          .isEqualTo(
              bench.records().stream()
                  .collect(
                      Collectors.toMap(
                          RequestRecord::requestId,
                          record -> "answer to \u00e9 prompt " + record.promptId().substring(1))));
    }
  }

  @Test
  void theyStandInTheResultInVllmsForm() throws IOException {
    try (StubServer server = new StubServer(BenchTextTest::answer)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Path file = folder.resolve("vllm.json");
      bench.run(
          bench.dataset(3, 2), "--concurrency", "1", "--save-text", "--vllm-json", file.toString());
      List<String> texts = new ArrayList<>();
      JSON.readTree(file.toFile())
          .path("generated_texts")
          .forEach(text -> texts.add(text.asText()));
      assertThat(texts)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 3).mapToObj(i -> "answer to \u00e9 prompt " + i).toList());
    }
  }

  @Test
  void withoutTheOptionNoPromptAndNoAnswerIsWritten() throws IOException {
    try (StubServer server = new StubServer(BenchTextTest::answer)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Path vllmJson = bench.results().resolve("vllm.json");
      Files.createDirectories(bench.results());
      bench.run(bench.dataset(3, 2), "--concurrency", "1", "--vllm-json", vllmJson.toString());
      try (Stream<Path> files = Files.walk(bench.results())) {
        List<Path> written = files.filter(Files::isRegularFile).toList();
        assertThat(written).hasSizeGreaterThan(3);
        for (Path file : written) {
          assertThat(Files.readString(file)).doesNotContain("answer to", "prompt 1");
        }
      }
    }
  }
}
