package dev.sweepline.runner.vllm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Writes a run as {@code vllm bench serve --save-result --save-detailed} would. */
public final class VllmResultFile {
  private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

  private VllmResultFile() {}

  /**
   * Writes the result of a run that has ended, in place of an older file. The run's records are
   * read back and held in memory.
   *
   * @param requests the run's requests file, not packed
   * @param texts of the answers by request id; empty when they were not kept
   * @throws UserError when a file cannot be read or written, exit code 76
   */
  public static void write(
      Path file, RunSummary summary, Path requests, Map<String, String> texts) {
    List<RequestRecord> sent = sent(requests);
    List<VllmRequest> seen =
        sent.stream()
            .map(request -> VllmRequest.of(request, texts.getOrDefault(request.requestId(), "")))
            .toList();
    try {
      WholeFile.write(
          file,
          new JsonMapper()
              .writeValueAsString(
                  VllmResult.of(summary, durationS(sent), seen, ZoneId.systemDefault())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are JSON", e);
    }
  }

  /** Measured requests that were sent, in the order of dispatch. */
  private static List<RequestRecord> sent(Path requests) {
    ContractJson json = ContractJson.current();
    try (Stream<String> lines = Files.lines(requests)) {
      return lines
          .skip(1)
          .map(line -> json.line(RequestRecord.class, requests.toString(), 0, line))
          .filter(request -> request.phase() == Phase.MEASURE && request.outcome().isAttempted())
          .sorted(Comparator.comparingInt(RequestRecord::index))
          .toList();
    } catch (IOException e) {
      throw new UserError(
          ExitCode.CANNOT_WRITE, "%s: cannot be read back: %s".formatted(requests, e), e);
    }
  }

  private static double durationS(List<RequestRecord> sent) {
    long firstUs = sent.stream().mapToLong(RequestRecord::scheduledUs).min().orElse(0);
    long lastUs = sent.stream().mapToLong(RequestRecord::endUs).max().orElse(0);
    return (lastUs - firstUs) / MICROS_PER_SECOND;
  }
}
