package dev.sweepline.runner.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceReaderTest {
  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("trace"), String.join("\n", lines) + "\n");
  }

  private void assertRefused(ExitCode exitCode, String message, String... lines)
      throws IOException {
    Path file = file(lines);
    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(exitCode))
        .hasMessageContaining(message);
  }

  @Test
  void mooncakesLinesHaveMillisecondsAndLengths() throws IOException {
    Trace trace =
        TraceReader.read(
            file(
                "{\"timestamp\": 0, \"input_length\": 9, \"output_length\": 5, \"hash_ids\": [1]}",
                "",
                "{\"timestamp\": 12.5, \"output_length\": 6}"));
    assertThat(trace.slots())
        .containsExactly(new TraceSlot(0, 9, 5), new TraceSlot(12_500_000, null, 6));
  }

  @Test
  void azuresLinesHaveDatesAndLengths() throws IOException {
    Trace trace =
        TraceReader.read(
            file(
                "TIMESTAMP,ContextTokens,GeneratedTokens",
                "2023-11-16 18:17:03.9799600,4808,10",
                "2023-11-16 18:17:04.0319600,3180,8"));
    assertThat(trace.slots()).extracting(TraceSlot::inputTokens).containsExactly(4808, 3180);
    assertThat(trace.slots()).extracting(TraceSlot::outputTokens).containsExactly(10, 8);
    assertThat(trace.times().lengthNs()).isEqualTo(52_000_000);
  }

  @Test
  void aNumberInACsvIsSecondsAndAnAnswerOfZeroTokensIsLeftOut() throws IOException {
    Trace trace =
        TraceReader.read(
            file(
                "Timestamp,Model,Request tokens,Response tokens",
                "5,GPT-4,472,18",
                "45.25,GPT-4,300,0",
                "6.25,GPT-4,417,276"));
    assertThat(trace.slots())
        .containsExactly(
            new TraceSlot(5_000_000_000L, 472, 18), new TraceSlot(6_250_000_000L, 417, 276));
    assertThat(trace.leftOut()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-10 00:00:00.009930+00:00, 2024-05-10T02:00:00.009930+02:00",
    "2024-05-10 00:00:00, 2024-05-10T00:00:00Z",
    "1.5, 1.500000000"
  })
  void aMomentCanBeWrittenInSeveralWays(String one, String other) {
    assertThat(TraceTime.nanos(one)).isEqualTo(TraceTime.nanos(other));
  }

  @Test
  void aBadLineIsNamed() throws IOException {
    assertRefused(
        ExitCode.MALFORMED,
        "trace:2: must be a JSON object",
        "{\"timestamp\": 0}",
        "{\"timestamp\": ");
    assertRefused(
        ExitCode.MALFORMED,
        "trace:2: timestamp: must be a number of milliseconds, got: \"1\"",
        "{\"timestamp\": 0}",
        "{\"timestamp\": \"1\"}");
    assertRefused(
        ExitCode.MALFORMED,
        "trace:1: output_length: must be a whole number >= 0, got: -1",
        "{\"timestamp\": 0, \"output_length\": -1}");
    assertRefused(
        ExitCode.MALFORMED,
        "trace:3: ContextTokens: must be a whole number >= 0, got: many",
        "TIMESTAMP,ContextTokens",
        "1,5",
        "2,many");
    assertRefused(
        ExitCode.MALFORMED,
        "trace:4: TIMESTAMP: must be seconds or a date and time, got: soon",
        "TIMESTAMP,ContextTokens",
        "1,5",
        "",
        "soon,5");
    assertRefused(
        ExitCode.MALFORMED, "trace:2: must have 2 values, got: 1", "TIMESTAMP,ContextTokens", "1");
    assertRefused(
        ExitCode.MALFORMED, "trace:1: must have a column named timestamp", "when,what", "1,2");
  }

  @Test
  void atLeastOneRequestIsNeeded() throws IOException {
    assertRefused(ExitCode.NO_INPUT, "has no request with an answer", "");
    assertRefused(
        ExitCode.NO_INPUT,
        "has no request with an answer",
        "{\"timestamp\": 0, \"output_length\": 0}");
  }

  @Test
  void aMissingFileIsNoInput() {
    assertThatThrownBy(() -> TraceReader.read(folder.resolve("nowhere")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--trace: ");
  }

  /** Counts and sums of public traces, as their index states them. */
  @ParameterizedTest
  @CsvSource({
    "01-mooncake-synthetic.jsonl, 3993, 61194628, 595432, 1022025",
    "02-mooncake-conversation-head.jsonl, 2000, 27441774, 704602, 669000",
    "04-mooncake-customer.jsonl, 256, 14155776, 128000, 30203",
    "06-azure-2023-code.csv, 8819, 18059974, 245896, ",
    "08-azure-mini.csv, 20, 11540, 1674, ",
    "15-aiperf-trace.jsonl, 3, 1982, 130, 27482",
  })
  void publicTracesAreReadWhole(
      String name, int slots, long input, long output, @Nullable Long lengthMs) {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");
    Trace trace = TraceReader.read(shared.resolve("data/corpus/datasets").resolve(name));

    assertThat(trace.slots().size() + trace.leftOut()).isEqualTo(slots);
    assertThat(sum(trace, TraceSlot::outputTokens)).isEqualTo(output);
    if (trace.leftOut() == 0) {
      assertThat(sum(trace, TraceSlot::inputTokens)).isEqualTo(input);
    }
    if (lengthMs != null) {
      assertThat(trace.times().lengthNs()).isEqualTo(lengthMs * 1_000_000);
    }
  }

  private static long sum(Trace trace, Function<TraceSlot, @Nullable Integer> tokens) {
    return trace.slots().stream().map(tokens).mapToLong(value -> value == null ? 0 : value).sum();
  }
}
