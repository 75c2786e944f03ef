package dev.sweepline.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.measure.verdict.ClientFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A result file of the original system, with its launches reconstructed. */
record SeedRun(String file, JsonNode json) {
  private static final double US_PER_S = 1e6;
  private static final int HALVINGS = 80;
  private static final int CLIENT_LIMIT = 100;

  static SeedRun read(Path root, Path path) throws IOException {
    return new SeedRun(
        root.relativize(path).toString(), new ObjectMapper().readTree(path.toFile()));
  }

  RunResult judge() {
    RunAccumulator run = new RunAccumulator();
    List<JsonNode> requests = requests();
    if (requests.isEmpty()) {
      run.addUnrecordedFailures(json.get("num_requests").intValue());
    } else {
      double gap = launchGap(requests);
      IntStream.range(0, requests.size())
          .mapToObj(i -> request(i, gap, requests.get(i)))
          .forEach(run::add);
    }
    return run.finish(Contexts.foreign(load(), totalTime(), ClientFacts.limitedTo(CLIENT_LIMIT)));
  }

  private List<JsonNode> requests() {
    JsonNode list = json.path("request_metrics");
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private double totalTime() {
    return json.get("total_time").doubleValue();
  }

  /** The file holds no send times, but the last end; so the even spacing is the one unknown. */
  private double launchGap(List<JsonNode> requests) {
    double lo = 0;
    double hi = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double gap = (lo + hi) / 2;
      double end =
          IntStream.range(0, requests.size())
              .mapToDouble(k -> k * gap + seconds(requests.get(k), "end_to_end_latency"))
              .max()
              .orElseThrow();
      if (end > totalTime()) {
        hi = gap;
      } else {
        lo = gap;
      }
    }
    return lo;
  }

  private static double seconds(JsonNode request, String key) {
    return request.get(key).doubleValue();
  }

  private static RequestRecord request(int index, double gap, JsonNode request) {
    long due = Math.round(index * gap * US_PER_S);
    long end = due + Math.round(seconds(request, "end_to_end_latency") * US_PER_S);
    int tokens = request.get("output_length").intValue();
    boolean success = request.get("success").booleanValue();
    boolean full = success && tokens > 0;
    Long first = full ? Long.valueOf(due + Math.round(seconds(request, "ttft") * US_PER_S)) : null;
    return new RequestRecord(
        "seed-" + index,
        index,
        "seed-" + index,
        Phase.MEASURE,
        "unknown",
        due,
        null,
        null,
        null,
        null,
        first,
        null,
        full ? Long.valueOf(end) : null,
        end,
        null,
        full ? Integer.valueOf(tokens) : null,
        full ? TokenSource.EVENTS : null,
        full ? tokens : 0,
        null,
        null,
        Ints.EMPTY,
        null,
        full ? Outcome.OK : success ? Outcome.EMPTY : Outcome.HTTP_ERROR,
        success ? Integer.valueOf(200) : null,
        0,
        full ? null : "failed");
  }

  private Load load() {
    return Load.open(new RequestRate(json.get("request_rate").doubleValue()))
        .requests(json.get("num_requests").intValue())
        .build();
  }
}
