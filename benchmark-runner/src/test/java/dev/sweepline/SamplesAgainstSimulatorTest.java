package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.Sample.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the samples of a run say, against what the simulated server did in it. */
@Timeout(120)
class SamplesAgainstSimulatorTest {
  private static final int PROMPTS = 60;
  private static final int TOKENS = 8;
  private static final int ENGINES = 2;

  @TempDir Path folder;

  @Test
  void theSamplesOfARunTellItsWork() throws Exception {
    Files.write(
        folder.resolve("prompts.jsonl"),
        IntStream.range(0, PROMPTS)
            .mapToObj(i -> "{\"id\":\"p%d\",\"prompt\":\"say %d\"}".formatted(i, i))
            .toList());
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(
            folder,
            "--time-model",
            "batching",
            "--time-scale",
            "0.1",
            "-dp",
            Integer.toString(ENGINES))) {
      int status =
          server
              .bench(
                  folder,
                  "--concurrency",
                  "8",
                  "--max-output-tokens",
                  Integer.toString(TOKENS),
                  "--metrics-interval",
                  "0.05")
              .waitFor();
      // A client on a busy machine may call its own run invalid; its samples are right all the
      // same.
      assertThat(status).isIn(0, 74);
    }

    List<List<Sample>> engines =
        IntStream.range(0, ENGINES).mapToObj(Integer::toString).map(this::ofEngine).toList();
    assertThat(engines).allMatch(samples -> samples.size() >= 2);
    assertThat(engines.stream().mapToDouble(SamplesAgainstSimulatorTest::generated).sum())
        .isEqualTo(PROMPTS * TOKENS);
    assertThat(engines).allMatch(SamplesAgainstSimulatorTest::firstAloneTellsTheCacheConfig);
    assertThat(summary().metrics()).containsEntry("prom_preemptions", 0.0);
  }

  /** Tokens from the first sample to the last. */
  private static double generated(List<Sample> samples) {
    return generatedUntil(samples.get(samples.size() - 1)) - generatedUntil(samples.get(0));
  }

  private static double generatedUntil(Sample sample) {
    Double total = sample.generationTokensTotal();
    return total == null ? Double.NaN : total;
  }

  private static boolean firstAloneTellsTheCacheConfig(List<Sample> samples) {
    return samples.get(0).cacheConfig() != null
        && samples.stream().skip(1).allMatch(sample -> sample.cacheConfig() == null);
  }

  private List<Sample> ofEngine(String engine) {
    try {
      return Files.readAllLines(only("metrics_")).stream()
          .map(line -> ContractJson.current().line(Sample.class, "metrics", 1, line))
          .filter(sample -> sample.source() == Source.SERVER && engine.equals(sample.engine()))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private RunSummary summary() throws IOException {
    return ContractJson.read(RunSummary.class, only("results_"));
  }

  private Path only(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
