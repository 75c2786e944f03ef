package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command on trees whose content is known. */
@ExtendWith(SparkExtension.class)
class AggregateMainTest {
  private static final Map<String, Object> SMALL = Map.of("max_num_seqs", 64);
  private static final Map<String, Object> LARGE = Map.of("max_num_seqs", 128);

  private final SparkSession spark;
  @TempDir Path sweep;

  AggregateMainTest(SparkSession spark) {
    this.spark = spark;
  }

  private RunTree tree() {
    return new RunTree(sweep.resolve("results"));
  }

  private int aggregate(String... more) {
    List<String> args =
        new ArrayList<>(List.of("--results-dir", sweep.resolve("results").toString()));
    args.addAll(List.of(more));
    return CommandShell.run(new AggregateMain(), args.toArray(String[]::new));
  }

  private List<Row> table(String name) {
    return spark
        .read()
        .parquet(sweep.resolve("warehouse/batch=*/" + name + "/*.parquet").toString())
        .collectAsList();
  }

  private String output(String name) throws IOException {
    return Files.readString(sweep.resolve("results").resolve(name));
  }

  /** Start to start the gap between tokens is 5000, 5050 and 4950 us; half as long with LARGE. */
  private void sweepOfTwo() throws IOException {
    int[] spread = {0, 50, -50};
    for (int repeat = 1; repeat <= 3; repeat++) {
      tree().finished(SMALL, repeat, 5_000 + spread[repeat - 1]);
      tree().finished(LARGE, repeat, 2_500 + spread[repeat - 1] / 2);
    }
  }

  @Test
  void everyRequestIsARowAndEveryRunToo() throws IOException {
    sweepOfTwo();
    assertThat(aggregate()).isZero();
    assertThat(table("requests")).hasSize(600);
    assertThat(table("runs"))
        .hasSize(6)
        .allSatisfy(run -> assertThat((String) run.getAs("config_basis")).isEqualTo("snapshot"));
  }

  @Test
  void theMetricsAreThoseOfTheRequests() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    Row run = table("runs").get(0);
    assertThat(run.<Double>getAs("ttft_p50")).isEqualTo(20.0);
    assertThat(run.<Double>getAs("itl_p99")).isEqualTo(5.0);
    assertThat(run.<Double>getAs("e2e_latency_max")).isEqualTo(20.0 + 19 * 5.0);
  }

  @Test
  void aSettingThatDoublesTheSpeedIsCalledBetter() throws IOException {
    sweepOfTwo();
    aggregate("--compare-param", "max_num_seqs", "--metric", "tpot_p50", "--reference", "64");
    assertThat(output(RunFiles.REPORT_TEXT))
        .containsPattern("128 +3 +1 +0 +2\\.50 +0\\.0\\d+ +0\\.500 .*better");
  }

  @Test
  void theReportSaysWhichThresholdsWereSet() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    Path file =
        Files.writeString(sweep.resolve("own.json"), "{\"few_samples.expected_beyond\": 1}");
    aggregate("--verdict-thresholds", file.toString());
    assertThat(output(RunFiles.REPORT_TEXT)).contains("few_samples.expected_beyond 1");
    assertThat(table("runs").get(0).<String>getAs("voided")).doesNotContain("ttft_p95");
  }

  @Test
  void aStartIsWhatCountsSoOneOfEachIsTooFew() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    tree().finished(LARGE, 1, 2_500);
    aggregate("--compare-param", "max_num_seqs", "--metric", "tpot_p50");
    assertThat(output(RunFiles.REPORT_TEXT)).contains("too few starts").doesNotContain("better\n");
  }

  @Test
  void anUnfinishedFileWithoutAWriterIsInterruptedAndNeverCompared() throws IOException {
    sweepOfTwo();
    tree().interrupted(SMALL, 4);
    aggregate("--compare-param", "max_num_seqs", "--metric", "tpot_p50");
    assertThat(table("runs").stream().filter(run -> run.<Long>getAs("repeat") == 4))
        .singleElement()
        .satisfies(
            run -> assertThat((String) run.getAs("verdict_reasons")).contains("interrupted"));
    assertThat(output(RunFiles.REPORT_TEXT)).contains("6 runs take part; 1 were left out");
  }

  @Test
  void anUnfinishedFileWithALivingWriterIsRunning() throws IOException {
    sweepOfTwo();
    Path part = tree().interrupted(SMALL, 4);
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      aggregate();
    }
    assertThat(table("runs")).hasSize(6);
    assertThat(output(RunFiles.REPORT_TEXT)).containsPattern("still\\s+running");
  }

  @Test
  void aCutLineIsARejectAndTheOthersAreRows() throws IOException {
    Path file = tree().finished(SMALL, 1, 5_000);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 30));
    aggregate();
    assertThat(table("requests")).hasSize(99);
    assertThat(table("rejected"))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.<Long>getAs("line")).isEqualTo(101);
              assertThat((String) reject.getAs("file")).endsWith(".jsonl");
              assertThat((String) reject.getAs("raw")).startsWith("{\"request_id\"");
            });
  }

  @Test
  void aCutSummaryIsOneRejectAndTheRunIsRecomputed() throws IOException {
    Path file = tree().finished(SMALL, 1, 5_000);
    String name =
        file.getFileName().toString().replace("requests_", "results_").replace("jsonl", "json");
    Path summary = file.resolveSibling(name);
    Files.writeString(summary, Files.readString(summary).substring(0, 200));
    aggregate();
    assertThat(table("rejected")).hasSize(1);
    assertThat(table("runs"))
        .singleElement()
        .satisfies(
            run -> assertThat((String) run.getAs("verdict_reasons")).contains("summary_missing"));
  }

  @Test
  void aCutForeignFileIsOneRejectAndTheRestIsIntact() throws IOException {
    sweepOfTwo();
    Path broken = sweep.resolve("results/abc/results_abc.json");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "{\"config_hash\": \"abc\", \"request_metrics\": [{\"ttft\": 0.1");
    assertThat(aggregate()).isZero();
    assertThat(table("rejected")).hasSize(1);
    assertThat(table("runs")).hasSize(6);
  }

  @Test
  void aCopyOfARunIsNotASecondRun() throws IOException {
    Path file = tree().finished(SMALL, 1, 5_000);
    Path copy = sweep.resolve("results/backup").resolve(file.getFileName());
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
    aggregate();
    assertThat(table("runs")).hasSize(1);
    assertThat(table("requests")).hasSize(100);
    assertThat(table("rejected"))
        .singleElement()
        .satisfies(reject -> assertThat((String) reject.getAs("reason")).contains("same run"));
  }

  @Test
  void aSecondAggregateReplacesTheFirst() throws IOException {
    sweepOfTwo();
    aggregate();
    aggregate();
    assertThat(table("runs")).hasSize(6);
  }

  @Test
  void theChartDataIsStrictJson() throws IOException {
    sweepOfTwo();
    aggregate("--compare-param", "max_num_seqs");
    JsonNode viz = new ObjectMapper().readTree(output(RunFiles.VIZ_JSON));
    assertThat(viz.at("/summary/total_experiments").intValue()).isEqualTo(6);
    assertThat(viz.at("/comparisons/0/values")).hasSize(2);
  }

  @Test
  void theCsvStartsWithIdentityThenTheOriginalsColumns() throws IOException {
    sweepOfTwo();
    aggregate();
    List<String> lines = output(RunFiles.RESULTS_CSV).lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0))
        .startsWith("run_uid,exp_id,run,repeat,source,")
        .contains("config_hash,dataset_name,num_requests,successful_requests,failed_requests")
        .contains("max_num_seqs");
  }

  @Test
  void anEmptyFolderIsMissingInput() throws IOException {
    Files.createDirectories(sweep.resolve("results"));
    String said = standardErrorOf(() -> assertThat(aggregate()).isEqualTo(66));
    assertThat(said.lines()).singleElement().asString().contains("no results below it");
  }

  @Test
  void aMissingFolderIsMissingInput() {
    assertThat(aggregate()).isEqualTo(ExitCode.NO_INPUT.status());
  }

  @Test
  void aMistypedParameterIsAUsageErrorThatNamesTheNearest() throws IOException {
    sweepOfTwo();
    String said =
        standardErrorOf(() -> assertThat(aggregate("--compare-param", "max_num_seq")).isEqualTo(2));
    assertThat(said).contains("did you mean max_num_seqs?");
  }

  @Test
  void aMetricThatHasNoBetterIsAUsageError() throws IOException {
    sweepOfTwo();
    assertThat(aggregate("--metric", "num_requests")).isEqualTo(2);
  }

  @Test
  void aWarehouseThatCannotBeMadeIsOneLine() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    Path file = Files.writeString(sweep.resolve("file"), "no folder");
    String said =
        standardErrorOf(
            () ->
                assertThat(aggregate("--warehouse", file.resolve("inside").toString()))
                    .isEqualTo(ExitCode.CANNOT_WRITE.status()));
    assertThat(said).contains("the warehouse cannot be written");
  }

  @Test
  void equalFilesInTwoFoldersAreTwoRejects() throws IOException {
    for (String folder : List.of("results", "more")) {
      Path broken = sweep.resolve(folder).resolve("abc/results_abc.json");
      Files.createDirectories(broken.getParent());
      Files.writeString(broken, "[1, 2]");
    }
    aggregate("--results-dir", sweep.resolve("more").toString());
    assertThat(table("rejected")).hasSize(2);
  }

  @Test
  void aMalformedLimitIsAUsageError() {
    assertThat(aggregate("--slo", "ttft=fast")).isEqualTo(2);
  }

  private static String standardErrorOf(Runnable action) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
