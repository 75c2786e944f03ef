package dev.sweepline.analytics;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.contract.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds result trees of this project: closed loops whose every time is known. */
final class RunTree {
  private static final int SLOTS = 4;
  private static final int TOKENS = 20;
  private static final long TTFT_US = 20_000;

  /** What all runs send. */
  static final DatasetRef DATASET = new DatasetRef("tiny", "0".repeat(64), 100, null);

  private final Path results;

  RunTree(Path results) {
    this.results = results;
  }

  /**
   * A finished run.
   *
   * @param gapUs time between tokens: what its speed is
   * @return its requests file
   */
  Path finished(Map<String, Object> config, int repeat, int gapUs) throws IOException {
    return finished(header(config, repeat, 1, 100), gapUs);
  }

  /** A finished run that was tried before. */
  Path again(Map<String, Object> config, int repeat, int attempt, int gapUs) throws IOException {
    return finished(header(config, repeat, attempt, 100), gapUs);
  }

  private Path finished(RunHeader header, int gapUs) throws IOException {
    Path file = write(header, requests(header, 100, gapUs), "");
    Files.writeString(
        file.resolveSibling(RunFiles.summary(header.runName())),
        ContractJson.current().document(summary(header)));
    return file;
  }

  /** A run that stopped before its end: no summary, the file not renamed. */
  Path interrupted(Map<String, Object> config, int repeat) throws IOException {
    return interrupted(config, repeat, 1);
  }

  Path interrupted(Map<String, Object> config, int repeat, int attempt) throws IOException {
    RunHeader header = header(config, repeat, attempt, 100);
    return write(header, requests(header, 40, 5_000), RunFiles.PART);
  }

  private Path write(RunHeader header, List<String> lines, String suffix) throws IOException {
    Path folder = Files.createDirectories(results.resolve(header.expId()));
    Path file = folder.resolve(RunFiles.requests(header.runName()) + suffix);
    List<String> all = new ArrayList<>(List.of(ContractJson.current().line(header)));
    all.addAll(lines);
    return Files.writeString(file, String.join("\n", all) + "\n");
  }

  /** The configuration as the runs state it. */
  static ServerConfig server(Map<String, Object> config) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("model", "tiny");
    keys.put("nodes", 1);
    keys.put("gpus_per_node", 1);
    keys.putAll(config);
    return ServerConfig.of(keys);
  }

  private static RunHeader header(
      Map<String, Object> config, int repeat, int attempt, int requests) {
    ServerConfig server = server(config);
    Load load =
        Load.closed(SLOTS)
            .requests(requests)
            .seed(1)
            .maxOutputTokens(TOKENS)
            .ignoreEos(true)
            .build();
    return new RunHeader(
        SchemaVersion.CURRENT.toString(),
        uid(server, repeat, attempt),
        server.experimentId(),
        new RunName(load.id(DATASET.sha256()), repeat, attempt).toString(),
        Instant.parse("2026-01-31T12:00:00Z"),
        0,
        load,
        DATASET,
        server,
        new Tool("sweepline", "test", "17"));
  }

  /** The id of a run. */
  static String uid(ServerConfig server, int repeat, int attempt) {
    String first = "uid-" + server.experimentId() + "-" + repeat;
    return attempt == 1 ? first : first + "-" + attempt;
  }

  private static List<String> requests(RunHeader header, int count, int gapUs) {
    long lasts = TTFT_US + (long) (TOKENS - 1) * gapUs;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          ContractJson.current()
              .line(request(header.runUid() + "-" + i, i, (i / SLOTS) * lasts, gapUs)));
    }
    return lines;
  }

  private static RequestRecord request(String id, int index, long due, int gapUs) {
    int[] gaps = new int[TOKENS - 1];
    Arrays.fill(gaps, gapUs);
    long first = due + TTFT_US;
    long last = first + (long) gapUs * gaps.length;
    return new RequestRecord(
        id,
        index,
        "p" + index,
        Phase.MEASURE,
        "http://127.0.0.1:8000",
        due,
        due,
        due,
        first,
        first,
        first,
        first,
        last,
        last,
        5,
        TOKENS,
        TokenSource.USAGE,
        TOKENS,
        TOKENS,
        "length",
        Ints.of(gaps),
        null,
        Outcome.OK,
        200,
        0,
        null);
  }

  private static RunSummary summary(RunHeader header) {
    return RunSummary.of(
        header,
        Instant.parse("2026-01-31T12:01:00Z"),
        Map.of(Outcome.OK, 100),
        Map.of(),
        new RunSummary.Server("tiny", null, null, 1),
        new RunSummary.Client(null, 0.1, 0.1, 0.0, SLOTS, null, null, null, null, null, null, null),
        new RunSummary.Host(2, 1L << 30, "Linux", "17"),
        new RunSummary.Verdict(RunSummary.Verdict.State.VALID, List.of()));
  }
}
