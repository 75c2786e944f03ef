package dev.sweepline.runner.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our results in the hands of vLLM's own tools, where {@code python3} has them. */
@Timeout(300)
final class VllmToolsTest {
  @TempDir Path folder;

  @Test
  void theSweepPlotIsDrawnFromOurResults() throws Exception {
    Assumptions.assumeTrue(
        python("-c", "import vllm, pandas, matplotlib, seaborn") == 0, "vLLM with its plot tools");
    Files.writeString(
        folder.resolve("summary.json"),
        new ObjectMapper().writeValueAsString(List.of(result(1), result(2), result(4))));

    int status =
        python(
            "-m",
            "vllm.entrypoints.cli.main",
            "bench",
            "sweep",
            "plot",
            folder.toString(),
            "--var-x",
            "max_concurrency",
            "--var-y",
            "p99_e2el_ms",
            "--curve-by",
            "model_id");

    assertThat(status).as(Files.readString(folder.resolve("out"))).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).anyMatch(file -> file.toString().endsWith(".png"));
    }
  }

  private static Map<String, Object> result(int slots) {
    List<VllmRequest> requests =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new VllmRequest(
                        true,
                        5,
                        2,
                        i * 100L,
                        0,
                        900L * slots,
                        Ints.of(100),
                        1_000L * slots,
                        "",
                        ""))
            .toList();
    return VllmResult.of(
        Summaries.of(Load.closed(slots).requests(10).build()), 1.0, requests, ZoneOffset.UTC);
  }

  private int python(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out").toFile())
        .start()
        .waitFor();
  }
}
