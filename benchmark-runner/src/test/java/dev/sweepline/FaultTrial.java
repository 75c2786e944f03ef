package dev.sweepline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.client.Target;
import dev.sweepline.simulator.RunningSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What became of some requests that were sent at once to a server which misbehaves towards a part
 * of them.
 *
 * @param records in the order of their ends
 * @param truth of the server, by request id; some connections have none
 */
record FaultTrial(List<RequestRecord> records, Map<String, JsonNode> truth) {
  static final int REQUESTS = 24;
  static final int TOKENS = 8;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far above what an answer of some milliseconds takes on a busy machine. */
  private static final double LIMIT_S = 2;

  /** Sends all at once. */
  static FaultTrial atOnce(Endpoint endpoint, Path folder, String name, String... options) {
    return run(endpoint, folder, name, REQUESTS, options);
  }

  /** Sends each when the one before has ended. */
  static FaultTrial inTurn(Endpoint endpoint, Path folder, String name, String... options) {
    return run(endpoint, folder, name, 1, options);
  }

  /**
   * @param folder for a file of that name
   * @param inFlight requests at most
   * @param options of the server
   */
  private static FaultTrial run(
      Endpoint endpoint, Path folder, String name, int inFlight, String... options) {
    Path log = folder.resolve(name + "-" + endpoint + ".jsonl");
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--time-model", "fixed", "--ttft-ms", "5", "--itl-ms", "1", "--seed", "3"));
    all.addAll(List.of("--truth-log", log.toString()));
    BlockingQueue<RequestRecord> ends = new LinkedBlockingQueue<>();
    List<RequestRecord> records = new ArrayList<>();
    try (RunningSimulator server = RunningSimulator.startAt("1", all.toArray(String[]::new));
        LoadClient client = client(server, endpoint)) {
      for (int index = 0; index < REQUESTS; index++) {
        if (index - records.size() == inFlight) {
          records.add(ends.take());
        }
        client.send(request(index, endpoint), ends::add);
      }
      while (records.size() < REQUESTS) {
        records.add(ends.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new FaultTrial(records, truth(log));
  }

  private static LoadClient client(RunningSimulator server, Endpoint endpoint) {
    Load load =
        Load.closed(REQUESTS)
            .requests(REQUESTS)
            .seed(42)
            .endpoint(endpoint)
            .ignoreEos(true)
            .connectTimeoutS(10.0)
            .firstTokenTimeoutS(LIMIT_S)
            .idleTimeoutS(LIMIT_S)
            .totalTimeoutS(2 * LIMIT_S)
            .build();
    return new LoadClient(
        List.of(Target.parse(server.address().toString())),
        Access.open(),
        load,
        1,
        new RunClock(System::nanoTime));
  }

  private static LoadRequest request(int index, Endpoint endpoint) {
    String prompt =
        endpoint == Endpoint.CHAT
            ? "{\"messages\":[{\"role\":\"user\",\"content\":\""
            : "{\"prompt\":\"";
    String rest =
        "p\"%s,\"max_tokens\":%d,\"ignore_eos\":true,\"stream\":true,\"stream_options\":{\"include_usage\":true}}"
            .formatted(endpoint == Endpoint.CHAT ? "}]" : "", TOKENS);
    Payload payload =
        new Payload("p", (prompt + rest).getBytes(StandardCharsets.UTF_8), prompt.length(), TOKENS);
    return new LoadRequest("0a1b2c3d-" + index, index, Phase.MEASURE, payload, 0, 0L, null);
  }

  private static Map<String, JsonNode> truth(Path log) {
    Map<String, JsonNode> truth = new HashMap<>();
    try {
      for (String line : Files.readAllLines(log)) {
        JsonNode node = JSON.readTree(line);
        truth.put(node.path("request_id").asText(), node);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return truth;
  }

  boolean struck(RequestRecord record) {
    return !line(record).path("faults").isEmpty();
  }

  private JsonNode line(RequestRecord record) {
    return Objects.requireNonNull(truth.get(record.requestId()), record.requestId());
  }

  /** Tokens that the server wrote to it. */
  int written(RequestRecord record) {
    return line(record).path("output_tokens").asInt();
  }

  List<RequestRecord> spared() {
    return records.stream().filter(record -> !struck(record)).toList();
  }

  List<RequestRecord> struck() {
    return records.stream().filter(this::struck).toList();
  }

  List<Outcome> outcomes() {
    return records.stream().map(RequestRecord::outcome).toList();
  }
}
