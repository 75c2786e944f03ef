package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ComparisonOptionsTest {
  @TempDir Path sweep;

  /** Spark is started by the extension, before any command. */
  ComparisonOptionsTest(SparkSession spark) {
    assertThat(spark.version()).isNotEmpty();
  }

  /** Start to start the gap between tokens is 5000, 5050 and 4950 us; half as long with 128. */
  @BeforeEach
  void twoConfigurationsInThreeStarts() throws IOException {
    RunTree tree = new RunTree(sweep.resolve("results"));
    int[] spread = {0, 50, -50};
    for (int repeat = 1; repeat <= 3; repeat++) {
      tree.finished(Map.of("max_num_seqs", 64), repeat, 5_000 + spread[repeat - 1]);
      tree.finished(Map.of("max_num_seqs", 128), repeat, 2_500 + spread[repeat - 1] / 2);
    }
  }

  private int aggregate(String... more) {
    List<String> args =
        new ArrayList<>(List.of("--results-dir", sweep.resolve("results").toString()));
    args.addAll(List.of(more));
    return CommandShell.run(new AggregateMain(), args.toArray(String[]::new));
  }

  private String report() throws IOException {
    return Files.readString(sweep.resolve("results").resolve(RunFiles.REPORT_TEXT));
  }

  @Test
  void aDefinedMetricIsComparedAndListed() throws IOException {
    int status =
        aggregate(
            "--define", "score = throughput_tokens_per_sec / tpot_p50",
            "--metric", "score",
            "--compare-param", "max_num_seqs",
            "--top", "2");
    assertThat(status).isZero();
    assertThat(report()).contains("score by max_num_seqs").contains("Best configurations");
  }

  @Test
  void aDivisionByZeroIsNoValue() {
    assertThat(aggregate("--define", "nothing = tpot_p50 / 0", "--metric", "nothing")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = tpot_p5 * 2",
        "x = (SELECT max(tpot_p50) FROM runs)",
        "x = java_method('java.lang.System', 'exit', 1)",
        "x = reflect('java.lang.Runtime', 'getRuntime')",
        "x = tpot_p50; DROP TABLE runs",
        "x = sum(tpot_p50)",
        "x = input_file_name()",
        "tpot_p50 = 1",
        "no equals sign",
      })
  void anExpressionThatIsNoneIsRefused(String definition) {
    assertThat(aggregate("--define", definition)).isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void aReferenceThatNoRunHasIsRefused() {
    assertThat(aggregate("--compare-param", "max_num_seqs", "--reference", "77"))
        .isEqualTo(ExitCode.USAGE.status());
  }

  @Test
  void aReferenceMayNameItsParameter() throws IOException {
    aggregate("--compare-param", "max_num_seqs", "--reference", "max_num_seqs=128");
    assertThat(report()).contains("against 128");
  }

  @Test
  void theTradeOffIsToldInTheDirectionsThatWereAskedFor() throws IOException {
    aggregate("--pareto", "throughput_tokens_per_sec:max,tpot_p50:min");
    assertThat(report()).contains("Trade-off").contains("max_num_seqs 128");
  }

  @Test
  void theHighestLoadWithinALimitIsNamed() throws IOException {
    aggregate("--limit", "tpot_p50<=3");
    assertThat(report())
        .contains("Highest load within limits")
        .containsPattern("max_num_seqs 64: up to no load on average");
  }

  @Test
  void theSuggestedSweepKeepsToItsBudget() throws IOException {
    Path file = sweep.resolve("focused.yaml");
    int status =
        aggregate(
            "--metric", "tpot_p50",
            "--compare-param", "max_num_seqs",
            "--suggest", file.toString(),
            "--budget-runs", "4");
    assertThat(status).isZero();
    assertThat(Files.readString(file))
        .contains("\"max_num_seqs\": [128")
        .containsPattern("# The next round: [1-4] runs");
  }
}
