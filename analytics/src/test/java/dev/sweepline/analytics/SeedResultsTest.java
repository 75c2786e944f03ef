package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.cli.CommandShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The 39 public result files of the original: all that is known of them must be found. */
@ExtendWith(SparkExtension.class)
class SeedResultsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");

  @TempDir static Path out;
  private static final List<Row> RUNS = new ArrayList<>();
  private static String report = "";

  @BeforeAll
  static void aggregate(SparkSession spark) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
    int exit =
        CommandShell.run(
            new AggregateMain(),
            "--results-dir",
            SHARED.resolve("data/seed-results").toString(),
            "--config-dir",
            SHARED.resolve("data/seed-configs").toString(),
            "--enrich-configs",
            "--compare-param",
            "max_num_batched_tokens",
            "--metric",
            "throughput_tokens_per_sec",
            "--output-dir",
            out.toString(),
            "--warehouse",
            out.resolve("warehouse").toString());
    assertThat(exit).isZero();
    RUNS.clear();
    RUNS.addAll(table(spark, "runs"));
    report = Files.readString(out.resolve("experiment_report.txt"));
  }

  private static List<Row> table(SparkSession spark, String name) {
    return spark
        .read()
        .parquet(out.resolve("warehouse/batch=*/" + name + "/*.parquet").toString())
        .collectAsList();
  }

  private static List<Row> withReason(String code) {
    return RUNS.stream().filter(run -> reasons(run).contains(code)).toList();
  }

  private static Set<String> reasons(Row run) {
    return Set.of(run.<String>getAs("verdict_reasons").split(";"));
  }

  private static List<Row> complete() {
    return RUNS.stream().filter(run -> run.<Long>getAs("successful_requests") == 1000).toList();
  }

  private static List<Row> inOneFile(String part) {
    return RUNS.stream().filter(run -> run.<String>getAs("source").contains(part)).toList();
  }

  @Test
  void allFilesAreRunsAndNothingIsRejected(SparkSession spark) {
    assertThat(RUNS).hasSize(39);
    assertThat(table(spark, "rejected")).isEmpty();
  }

  @Test
  void everyRecordIsARow(SparkSession spark) {
    assertThat(table(spark, "requests")).hasSize(28_000);
  }

  @Test
  void elevenHaveNoSuccess() {
    assertThat(withReason("no_success")).hasSize(11);
  }

  @Test
  void twoAnsweredWithoutATokenAndHaveNoLatency() {
    assertThat(withReason("no_tokens"))
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.<Double>getAs("ttft_p50")).isNull())
        .allSatisfy(run -> assertThat(run.<Double>getAs("e2e_latency_p50")).isNull());
  }

  @Test
  void emptyAnswersAreCountedAsWhatTheyAre(SparkSession spark) {
    Map<String, Long> empty =
        table(spark, "requests").stream()
            .filter(request -> "empty".equals(request.getAs("outcome")))
            .collect(
                Collectors.groupingBy(
                    request -> request.<String>getAs("exp_id"), Collectors.counting()));
    assertThat(empty).containsOnly(Map.entry("958d11c9", 126L), Map.entry("4ba356b7", 24L));
  }

  @Test
  void theOneThatServed254Of1000Failed() {
    assertThat(withReason("failures"))
        .singleElement()
        .satisfies(run -> assertThat(run.<Long>getAs("successful_requests")).isEqualTo(254));
  }

  @Test
  void allCompleteRunsAreSaturated() {
    assertThat(complete())
        .hasSize(25)
        .allSatisfy(run -> assertThat(reasons(run)).contains("saturated"));
  }

  @Test
  void twentyFourWereLimitedByTheirClient() {
    assertThat(withReason("client_limited")).hasSize(24).isSubsetOf(complete());
    assertThat(report).contains("streaming_peak 100");
  }

  @Test
  void theTwentyFifthHitAHiddenLimit() {
    assertThat(inOneFile("8675a82e_20251128_204419"))
        .singleElement()
        .satisfies(run -> assertThat(reasons(run)).contains("hidden_limit"));
    assertThat(complete().stream().filter(withReason("hidden_limit")::contains)).hasSize(1);
  }

  @Test
  void noneIsUsable() {
    assertThat(RUNS)
        .allSatisfy(run -> assertThat((String) run.getAs("verdict")).isEqualTo("invalid"));
  }

  @Test
  void noBestConfigurationIsNamedAndTheReportSaysWhy() {
    assertThat(report)
        .contains("No best configuration can be named")
        .contains("client_limited")
        .doesNotContain("best is");
  }

  @Test
  void theReportSaysWhatTheOriginalsFiguresAre() {
    assertThat(report)
        .contains("mean over each request")
        .contains("streamed chunks")
        .contains("i x g");
  }

  @Test
  void theReportFitsEightyColumns() {
    assertThat(report.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void theirClockIsNamed() {
    assertThat(RUNS)
        .allSatisfy(run -> assertThat((String) run.getAs("measured_from")).isEqualTo("dispatched"));
  }

  @Test
  void whatTheFilesDoNotHoldIsEmpty() {
    List<String> empty =
        List.of(RUNS.get(0).schema().fieldNames()).stream()
            .filter(name -> name.startsWith("service_") || name.matches("itl_(mean|p\\d+|max)"))
            .toList();
    assertThat(empty).hasSizeGreaterThan(10);
    assertThat(RUNS)
        .allSatisfy(
            run ->
                assertThat(empty)
                    .allSatisfy(name -> assertThat(run.get(run.fieldIndex(name))).isNull()));
  }

  @Test
  void aZeroThatStoodForNoneIsNull() {
    assertThat(RUNS.stream().filter(run -> run.getAs("ttft_p50") == null)).hasSize(13);
    assertThat(RUNS).noneSatisfy(run -> assertThat(run.<Double>getAs("ttft_p50")).isEqualTo(0.0));
  }

  @Test
  void latenciesEqualThoseOfTheRecords() throws IOException {
    Map<String, Row> bySource = new HashMap<>();
    RUNS.forEach(run -> bySource.put(run.getAs("source"), run));
    SoftAssertions softly = new SoftAssertions();
    for (Map<String, String> golden : csv(SHARED.resolve("bench/seed-golden.csv"))) {
      Row run = bySource.get(golden.get("file"));
      if (run == null) {
        softly.fail("no run of " + golden.get("file"));
        continue;
      }
      near(softly, run, "throughput_tokens_per_sec", golden, "throughput_tokens_per_sec", 1e-6);
      for (String percentile : List.of("p50", "p95", "p99")) {
        near(softly, run, "ttft_" + percentile, golden, "ttft_" + percentile, 0.001);
        near(softly, run, "tpot_" + percentile, golden, "itl_" + percentile, 0.001);
        // An answer without a token has an end there, which is no latency here.
        if (!reasons(run).contains("no_tokens")) {
          String column = "e2e_latency_" + percentile;
          near(softly, run, column, golden, column, 0.001);
        }
      }
    }
    softly.assertAll();
  }

  private static void near(
      SoftAssertions softly,
      Row run,
      String column,
      Map<String, String> golden,
      String goldenColumn,
      double tolerance) {
    String expected = golden.getOrDefault(goldenColumn, "");
    Double actual = run.getAs(column);
    String what = run.getAs("source") + " " + column;
    if (expected.isEmpty()) {
      softly.assertThat(actual).as(what).isNull();
    } else {
      softly
          .assertThat(actual)
          .as(what)
          .isNotNull()
          .isCloseTo(Double.parseDouble(expected), within(tolerance));
    }
  }

  @Test
  void configurationsAreJoinedOnlyByWhatIsCertain() {
    Map<String, Set<String>> idsByBasis =
        RUNS.stream()
            .filter(run -> run.getAs("config_basis") != null)
            .collect(
                Collectors.groupingBy(
                    run -> run.<String>getAs("config_basis"),
                    Collectors.mapping(run -> run.<String>getAs("exp_id"), Collectors.toSet())));
    assertThat(idsByBasis.get("content_hash")).hasSize(8);
    assertThat(idsByBasis.get("name")).containsExactly("optimal_4node_pp4");
    assertThat(report).contains("16 files have an id in the name");
  }

  @Test
  void noRunEntersAMean() throws IOException {
    JsonNode viz = new ObjectMapper().readTree(Files.readString(out.resolve("viz_data.json")));
    assertThat(viz.at("/summary/metrics/throughput/mean").isNull()).isTrue();
    assertThat(viz.at("/summary/total_experiments").intValue()).isZero();
    assertThat(report).contains("0 runs take part; 39 were left out");
  }

  private static List<Map<String, String>> csv(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      List<String[]> rows = lines.map(line -> line.split(",", -1)).toList();
      return rows.stream()
          .skip(1)
          .map(
              row -> {
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < row.length; i++) {
                  values.put(rows.get(0)[i], row[i]);
                }
                return values;
              })
          .toList();
    }
  }
}
