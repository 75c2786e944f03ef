package dev.sweepline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReadingTest {
  private static final String ENGINE = "(EngineCore pid=25) ERROR 08-18 02:57:12 [core.py:1231] ";
  private static final String API = "(APIServer pid=1) ";

  @TempDir private Path folder;

  private Path log(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private static Optional<String> code(Path... logs) {
    return FailureReading.of(List.of(logs)).map(ServerFailure::code);
  }

  /** Logs that vLLM 0.32 wrote, without most of their frames and notes. */
  @ParameterizedTest
  @CsvSource({
    "unrecognized, unrecognized_argument, vllm: error: unrecognized arguments: --swap-space 4",
    "context, context_too_long, 'Value error, User-specified max_model_len (999999)'",
    "missing, missing_weights, huggingface_hub.errors.HFValidationError: Repo id must be",
    "port, port_in_use, OSError: [Errno 98] Address already in use"
  })
  void aRealLogIsReadToItsCause(String name, String code, String line) throws IOException {
    Path log = folder.resolve("head-n1.log");
    try (var real = FailureReadingTest.class.getResourceAsStream(name + ".log")) {
      Files.copy(Objects.requireNonNull(real), log);
    }
    assertThat(FailureReading.of(List.of(log)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.line()).startsWith(line);
              assertThat(failure.node()).isEqualTo("n1");
            });
  }

  @Test
  void theCauseStandsAboveWhatItCaused() throws IOException {
    Path log =
        log(
            "head-n1.log",
            ENGINE + "EngineCore failed to start.",
            ENGINE + "Traceback (most recent call last):",
            ENGINE + "    raise ValueError(",
            ENGINE + "ValueError: No available memory for the cache blocks. Try more.",
            "(EngineCore pid=25) ERROR 08-18 02:57:13 [multiproc_executor.py:284] Worker proc"
                + " VllmWorker-0 died unexpectedly, shutting down executor.",
            API
                + "RuntimeError: Engine core initialization failed. See root cause above. Failed"
                + " core proc(s): {}",
            "/usr/lib/python3.12/resource_tracker.py:279: UserWarning: leaked objects");
    assertThat(FailureReading.of(List.of(log)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.code()).isEqualTo("no_kv_blocks");
              assertThat(failure.line()).startsWith("ValueError: No available memory");
            });
  }

  @Test
  void theNodeThatFailedIsNamedNotTheOneThatNoticed() throws IOException {
    Path head =
        log(
            "head-n1.log",
            "(EngineCore pid=9) ERROR 08-18 03:00:02 [core.py:1] RuntimeError: [pair.cc:598]"
                + " Connection closed by peer",
            API + "EngineDeadError: EngineCore encountered an issue.");
    Path worker =
        log(
            "worker-n2.log",
            "(Worker pid=9) ERROR 08-18 03:00:01 [core.py:1] torch.OutOfMemoryError: CUDA out of"
                + " memory.");
    assertThat(FailureReading.of(List.of(head, worker)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.code()).isEqualTo("out_of_memory");
              assertThat(failure.node()).isEqualTo("n2");
            });
  }

  @Test
  void ofTwoFirstCausesTheEarlierOneCounts() throws IOException {
    Path head = log("head-n1.log", "ERROR 08-18 03:00:02 [a.py:1] ncclSystemError: failed");
    Path worker = log("worker-n2.log", "ERROR 08-18 03:00:01 [a.py:1] CUDA out of memory");
    assertThat(code(head, worker)).hasValue("out_of_memory");
  }

  @Test
  void anErrorThatNobodyNamedBeatsItsConsequences() throws IOException {
    Path log =
        log(
            "head-n1.log",
            ENGINE + "FrobnicationError: the flux was inverted",
            API + "RuntimeError: Engine core initialization failed. See root cause above.");
    assertThat(FailureReading.of(List.of(log)))
        .map(ServerFailure::line)
        .hasValue("FrobnicationError: the flux was inverted");
  }

  @Test
  void whatAnEarlierAttemptDiedOfIsPast() throws IOException {
    Path log =
        log(
            "head-n1.log",
            "=== repeat 1 attempt 1 2026-01-02T03:04:05.000000Z",
            "RuntimeError: CUDA error: out of memory",
            "=== repeat 1 attempt 2 2026-01-02T04:04:05.000000Z",
            "OSError: [Errno 98] Address already in use");
    assertThat(code(log)).hasValue("port_in_use");
  }

  @Test
  void aServerIsNotSaidToDieOfWhatItOutlived() throws IOException {
    Path log = folder.resolve("head-n1.log");
    try (BufferedWriter writer = Files.newBufferedWriter(log)) {
      writer.write("ERROR 08-18 03:00:01 [serving.py:1] ValueError: one bad request\n");
      for (int i = 0; i < 2000; i++) {
        writer.write("INFO:     127.0.0.1:4 - \"POST /v1/completions HTTP/1.1\" 200 OK\n");
      }
      writer.write("Segmentation fault (core dumped)\n");
    }
    assertThat(code(log)).hasValue("crashed");
  }

  @Test
  void notesAndWarningsAreNoCause() throws IOException {
    Path log =
        log(
            "head-n1.log",
            "WARNING 08-18 03:00:01 [a.py:1] ImportError: no flash attention, using another",
            "(W pid=1) INFO 08-18 03:00:01 [a.py:1] retry after CUDA out of memory",
            "[W818 02:57:06.05 utils.cpp:41] Warning: Broken pipe",
            "the last word");
    assertThat(FailureReading.of(List.of(log)))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.code()).isEqualTo("unknown");
              assertThat(failure.line()).isEqualTo("the last word");
            });
  }

  @Test
  void theMessageIsShownNotTheCodeThatRaisedIt() throws IOException {
    Path log =
        log(
            "head-n1.log",
            "Traceback (most recent call last):",
            "  File \"/opt/hub/download.py\", line 382, in snapshot_download",
            "    raise LocalEntryNotFoundError(",
            "hub.errors.LocalEntryNotFoundError: Cannot find an appropriate folder");
    assertThat(FailureReading.of(List.of(log)))
        .map(ServerFailure::line)
        .hasValue("hub.errors.LocalEntryNotFoundError: Cannot find an appropriate folder");
  }

  @Test
  void secretsAddressesAndHomesAreMasked() throws IOException {
    Path log =
        log(
            "head-n1.log",
            "OSError: /home/ada/models/glm at http://10.1.2.3:80/x with api_key=sk-abcdefghijkl"
                + " is not a local folder and is not a valid model identifier");
    assertThat(FailureReading.of(List.of(log)))
        .map(ServerFailure::line)
        .hasValueSatisfying(line -> assertThat(line).doesNotContain("ada", "10.1.2.3", "abcdefgh"));
  }

  @Test
  void aLineIsShortWhateverTheLogHolds() throws IOException {
    Path log = log("head-n1.log", "ValueError: " + "x".repeat(1_000_000));
    assertThat(FailureReading.of(List.of(log)))
        .map(ServerFailure::line)
        .hasValueSatisfying(
            line -> assertThat(line).hasSizeLessThanOrEqualTo(200).startsWith("ValueError: xx"));
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() throws IOException {
    Path log = folder.resolve("head-n1.log");
    byte[] noise = new byte[100_000];
    byte[] error =
        "\n\u001b[31mERROR 08-18 03:00:01 [a.py:1] \u001b[0mCUDA out of memory\r\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[noise.length + error.length];
    System.arraycopy(error, 0, all, noise.length, error.length);
    Files.write(log, all);
    assertThat(code(log)).hasValue("out_of_memory");
  }

  @Test
  void aLogThatIsMissingOrEmptyIsLeftOut() throws IOException {
    assertThat(code(folder.resolve("worker-n3.log"), log("head-n1.log"))).isEmpty();
  }

  @Test
  void aFailureIsWrittenWithAllItsKeys() {
    String line = ContractJson.current().line(new ServerFailure("unknown", "x", null, "read"));
    assertThat(line)
        .isEqualTo("{\"code\":\"unknown\",\"line\":\"x\",\"node\":null,\"remedy\":\"read\"}");
  }

  @Test
  void theSummaryIsOneSentence() {
    assertThat(new ServerFailure("port_in_use", "Address in use", "n1", "end it").summary())
        .isEqualTo("port_in_use on n1: Address in use; end it");
  }
}
