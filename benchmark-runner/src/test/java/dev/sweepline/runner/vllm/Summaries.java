package dev.sweepline.runner.vllm;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Summaries of a run that ended on 2026-01-31 at 12:01:02 UTC. */
final class Summaries {
  private Summaries() {}

  static RunSummary of(Load load) {
    DatasetRef dataset = new DatasetRef("tiny", "0".repeat(64), 3, null);
    ServerConfig config = ServerConfig.of(Map.of("model", "a-model"));
    return new RunSummary(
        SchemaVersion.CURRENT.toString(),
        "uid",
        config.experimentId(),
        new RunName(load.id(dataset.sha256()), 1, 1).toString(),
        Instant.parse("2026-01-31T12:00:00Z"),
        2_000_000_000L,
        load,
        dataset,
        config,
        new Tool("sweepline", "test", "17"),
        Instant.parse("2026-01-31T12:01:02Z"),
        Map.of(),
        Map.of(),
        new RunSummary.Server("a-model", null, null, null),
        new RunSummary.Client(null, null, null, null, 1, null, null, null, null, null, null, null),
        new RunSummary.Host(2, 1L << 30, "Linux", "17"),
        new RunSummary.Verdict(RunSummary.Verdict.State.VALID, List.of()));
  }
}
