package dev.sweepline.runner.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.meter.DelayHistogram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client's times against those of the server, request by request. Both clocks are the machine's
 * monotonic one, but only differences on one side are compared.
 *
 * @param ttftUs (first token − sent) − (first write − read)
 * @param itlUs mean time between the tokens of an answer, off from the server's
 */
record TruthComparison(Delays ttftUs, Delays itlUs) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NS_PER_US = 1000;

  /**
   * Of the successes among the records.
   *
   * @param truthLog of the server, which has ended
   * @throws UserError when nothing can be compared, exit code 73
   */
  static TruthComparison of(List<RequestRecord> records, Path truthLog) {
    DelayHistogram ttft = new DelayHistogram();
    DelayHistogram itl = new DelayHistogram();
    Map<String, JsonNode> truth = read(truthLog);
    for (RequestRecord record : records) {
      JsonNode line = truth.get(record.requestId());
      Long sentUs = record.sentUs();
      Long firstUs = record.firstTokenUs();
      Long lastUs = record.lastTokenUs();
      if (line == null
          || !record.outcome().isSuccess()
          || sentUs == null
          || firstUs == null
          || lastUs == null) {
        continue;
      }
      ttft.add(Math.round(firstUs - sentUs - spanUs(line, "read_ns", "first_token_ns")));
      double offUs = lastUs - firstUs - spanUs(line, "first_token_ns", "last_token_ns");
      itl.add(Math.round(Math.abs(offUs) / Math.max(1, record.events() - 1)));
    }
    return new TruthComparison(known(ttft.delays()), known(itl.delays()));
  }

  private static Map<String, JsonNode> read(Path truthLog) {
    Map<String, JsonNode> lines = new HashMap<>();
    try {
      for (String text : Files.readAllLines(truthLog)) {
        JsonNode line = JSON.readTree(text);
        lines.put(line.path("request_id").asText(), line);
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.BENCHMARK_FAILED, "the server's truth cannot be read: " + e.getMessage(), e);
    }
    return lines;
  }

  private static double spanUs(JsonNode line, String from, String to) {
    return (line.path(to).asLong() - line.path(from).asLong()) / NS_PER_US;
  }

  private static Delays known(@Nullable Delays delays) {
    if (delays == null) {
      throw new UserError(
          ExitCode.BENCHMARK_FAILED, "no request of the self test succeeded; see what else runs");
    }
    return delays;
  }
}
