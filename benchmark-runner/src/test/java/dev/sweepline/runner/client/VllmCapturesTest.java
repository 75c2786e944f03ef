package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.RequestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What vLLM 0.32 really sent. */
final class VllmCapturesTest {
  private static final Path SHARED =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
  private static final Path CAPTURES = SHARED.resolve("reference/vllm-cpu/captures");

  @BeforeAll
  static void capturesAreThere() {
    Assumptions.assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
  }

  private static RequestRecord play(Path file) {
    RecordedAnswer answer = RecordedAnswer.read(file);
    AnswerForm form = answer.isStream() ? AnswerForm.STREAM : AnswerForm.WHOLE;
    return Playback.pieces(
        Playback.load(Endpoint.COMPLETIONS, form), answer.bytes(new Random(1)), 50, new Random(2));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "completions-nostream, ok, 4, usage, 1, 2, length",
        "eos-ignore, empty, -, -, 0, 2, length",
        "eos-min-tokens, ok, 6, usage, 1, 2, stop",
        "no-max-tokens, ok, 16, usage, 1, 2, length",
        "err-unknown-field, ok, 2, usage, 1, 2, length",
        "sse-chat, ok, 6, usage, 6, 4, length",
        "sse-completions, ok, 8, usage, 8, 4, length",
        "sse-moe-float32, ok, 3, usage, 3, 2, length",
        "sse-no-usage, ok, 2, events, 2, -, length",
        "sse-eos-now, empty, -, -, 0, 2, stop",
        "eos-now, empty, -, -, 0, 2, stop",
        "engine-crash-stream, stream_error, -, -, 0, -, -",
      })
  void eachAnswerHasItsOutcomeAndCounts(
      String capture,
      String outcome,
      @Nullable Integer outputTokens,
      @Nullable String source,
      int events,
      @Nullable Integer promptTokens,
      @Nullable String finishReason) {
    RequestRecord record = play(CAPTURES.resolve(capture + ".txt"));

    assertThat(record.outcome()).hasToString(outcome.toUpperCase(Locale.ROOT));
    assertThat(record.outputTokens()).isEqualTo(outputTokens);
    assertThat(record.tokenSource() == null ? null : lower(record.tokenSource())).isEqualTo(source);
    assertThat(record.events()).isEqualTo(events);
    assertThat(record.promptTokens()).isEqualTo(promptTokens);
    assertThat(record.finishReason()).isEqualTo(finishReason);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvSource({
    "engine-crash-stream, EngineCore encountered an issue",
    "sigterm-stream, EngineCore encountered an issue",
    "err-key-missing, HTTP 401: Unauthorized",
    "err-wrong-model, HTTP 404: The model `nope` does not exist",
    "err-not-found, HTTP 404: Not Found",
    "err-method, HTTP 405: Method Not Allowed",
    "err-prompt-too-long-stream, HTTP 400: This model's maximum context length is 2048 tokens",
    "sigterm-drain-new-request, HTTP 500: cannot schedule new futures after shutdown",
  })
  void theServersReasonIsKept(String capture, String start) {
    assertThat(play(CAPTURES.resolve(capture + ".txt")).error()).startsWith(start);
  }

  @Test
  void aStreamThatBrokeIsNoSuccessAlthoughItEndsWithItsMark() throws IOException {
    Path file = CAPTURES.resolve("sigterm-stream.txt");
    assertThat(Files.readString(file)).endsWith("data: [DONE]\n\n");
    assertThat(play(file).outcome()).hasToString("STREAM_ERROR");
  }

  static List<Path> errors() throws IOException {
    if (!Files.isDirectory(CAPTURES)) {
      return List.of(CAPTURES);
    }
    try (Stream<Path> files = Files.list(CAPTURES)) {
      return files.filter(VllmCapturesTest::isError).toList();
    }
  }

  private static boolean isError(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("err-") && !name.equals("err-unknown-field.txt");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void eachRefusalIsAnHttpError(Path file) {
    assertThat(play(file).outcome()).hasToString("HTTP_ERROR");
    assertThat(play(file).error()).startsWith("HTTP 4").doesNotContain("{\"");
  }
}
