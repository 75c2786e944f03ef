package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.sse.EventReader;
import dev.sweepline.runner.sse.SseDecoder;
import dev.sweepline.runner.sse.StreamEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public streams against the right values that stand in their index. */
final class SseCorpusTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared").resolve("data/corpus");
  private static final Pattern VALUE =
      Pattern.compile(
          "(events|content_chunks|reasoning_chunks|error_frames|unparsable|DONE|finish"
              + "|prompt|completion)=(\\w+)");
  private static final int RIGHT_VALUES = 7;

  static Stream<String> index() throws IOException {
    return Files.isDirectory(CORPUS)
        ? Files.readAllLines(CORPUS.resolve("INDEX.tsv")).stream()
            .filter(line -> line.startsWith("sse/"))
        : Stream.of("");
  }

  private static RecordedAnswer answer(String line) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "reference data beside the checkout");
    Path file = CORPUS.resolve(line.split("\t", 2)[0]);
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return RecordedAnswer.stream(
        file.toString().endsWith(".chunks.txt")
            ? text.lines().map("data: %s\n\n"::formatted).collect(Collectors.joining())
            : text);
  }

  private static Map<String, String> rightValues(String line) {
    Map<String, String> right = new TreeMap<>();
    Matcher values = VALUE.matcher(line.split("\t", -1)[RIGHT_VALUES]);
    while (values.find()) {
      right.put(values.group(1), values.group(2));
    }
    return right;
  }

  @ParameterizedTest
  @MethodSource("index")
  void eachStreamHasTheRightValuesOfItsIndex(String line) throws IOException {
    byte[] body = answer(line).body().getBytes(StandardCharsets.ISO_8859_1);
    Map<String, String> right = rightValues(line);
    Tallies seen = new Tallies();
    SseDecoder decoder = new SseDecoder(seen);
    decoder.feed(body, 0, body.length);
    decoder.end();
    assertThat(seen.values()).containsAllEntriesOf(right);
    assertThat(right).containsKeys("events", "content_chunks", "DONE", "finish");
  }

  @ParameterizedTest
  @MethodSource("index")
  void eachStreamHasTheOutcomeThatFollowsFromIt(String line) throws IOException {
    RecordedAnswer answer = answer(line);
    Map<String, String> right = rightValues(line);
    RequestRecord record =
        Playback.pieces(
            Playback.load(Endpoint.CHAT, AnswerForm.STREAM),
            answer.bytes(new Random(1)),
            100,
            new Random(2));
    String expected =
        !"0".equals(right.get("error_frames"))
            ? "STREAM_ERROR"
            : "True".equals(right.get("DONE")) && !"None".equals(right.get("finish"))
                ? "OK"
                : "TRUNCATED";
    assertThat(record.outcome()).hasToString(expected);
    assertThat(record.events())
        .isEqualTo(number(right, "content_chunks") + number(right, "reasoning_chunks"));
    if (line.contains("role_only=1")) {
      assertThat(record.firstEventUs()).isNotNull();
    }
  }

  private static int number(Map<String, String> right, String key) {
    return Integer.parseInt(right.getOrDefault(key, "0"));
  }

  /** Counts what the index counts, with the reader of the load generator. */
  private static final class Tallies implements SseDecoder.EventSink {
    private final EventReader reader = new EventReader();
    private final StreamEvent event = new StreamEvent();
    private final Map<String, String> last = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Tallies() {
      for (String key :
          new String[] {"content_chunks", "reasoning_chunks", "error_frames", "unparsable"}) {
        counts.put(key, 0);
      }
      last.put("DONE", "False");
      last.put("finish", "None");
    }

    @Override
    public void event(byte[] bytes, int from, int to) {
      count("events");
      if (EventReader.isEndMark(bytes, from, to)) {
        last.put("DONE", "True");
        return;
      }
      reader.read(bytes, from, to, event);
      if (event.error() != null) {
        count(event.error().startsWith("the server sent") ? "unparsable" : "error_frames");
      }
      if (event.hasText()) {
        count(event.hasAnswer() ? "content_chunks" : "reasoning_chunks");
      }
      if (event.finishReason() != null) {
        last.put("finish", event.finishReason());
      }
      if (event.outputTokens() >= 0) {
        last.put("prompt", String.valueOf(event.promptTokens()));
        last.put("completion", String.valueOf(event.outputTokens()));
      }
    }

    private void count(String key) {
      counts.merge(key, 1, Integer::sum);
    }

    Map<String, String> values() {
      Map<String, String> all = new TreeMap<>(last);
      counts.forEach((key, count) -> all.put(key, count.toString()));
      return all;
    }
  }
}
