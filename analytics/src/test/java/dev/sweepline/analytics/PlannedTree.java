package dev.sweepline.analytics;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Status;
import dev.sweepline.contract.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes a plan of two starts at the load of {@link RunTree}, and the words of job scripts. */
record PlannedTree(Path sweep) {
  private static final String VERSION = SchemaVersion.CURRENT.toString();
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  /** Each configuration is an experiment of the phase {@code batch}, named by its id. */
  void plan(List<Map<String, Object>> configs) throws IOException {
    Plan plan =
        new Plan(
            VERSION,
            NOON,
            new Tool("sweepline", "test", "17"),
            "local",
            null,
            2,
            RunTree.DATASET,
            "datasets/tiny.jsonl",
            List.of(new Plan.LoadPoint(null, 4, null)),
            configs.stream().map(RunTree::server).map(PlannedTree::experiment).toList(),
            List.of(),
            new Plan.Resources(1, 2, 6.0, 0.2),
            "bench.jar",
            null,
            null);
    Files.writeString(sweep.resolve(RunFiles.PLAN), ContractJson.current().document(plan));
  }

  private static Plan.Experiment experiment(ServerConfig config) {
    String id = config.experimentId();
    return new Plan.Experiment(
        id, List.of("name of " + id), List.of("batch"), config, RunFiles.script(id));
  }

  /** The job script of the second start goes on. */
  void running(Map<String, Object> config) throws IOException {
    String id = RunTree.server(config).experimentId();
    Status status =
        new Status(
            VERSION,
            id,
            Status.State.RUNNING,
            "4711",
            "n1",
            List.of("n1", "n2"),
            "http://127.0.0.1:8000",
            2,
            1,
            NOON,
            null,
            null);
    Files.writeString(folder(id).resolve(RunFiles.STATUS), ContractJson.current().document(status));
  }

  /** The first attempt at the second start failed with a code. */
  void failed(Map<String, Object> config, int exitCode, String reason) throws IOException {
    String id = RunTree.server(config).experimentId();
    List<Attempt> lines =
        List.of(
            new Attempt(
                VERSION, id, 1, 2, Attempt.Event.START, NOON, "4712", "n3", null, null, null),
            new Attempt(
                VERSION,
                id,
                1,
                2,
                Attempt.Event.END,
                NOON.plusSeconds(60),
                "4712",
                "n3",
                List.of("n3"),
                exitCode,
                reason));
    Files.write(
        folder(id).resolve(RunFiles.ATTEMPTS),
        lines.stream().map(line -> ContractJson.current().line(line)).toList());
  }

  private Path folder(String id) throws IOException {
    return Files.createDirectories(sweep.resolve(RunFiles.RESULTS).resolve(id));
  }
}
