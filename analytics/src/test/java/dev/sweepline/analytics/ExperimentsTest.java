package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.analytics.query.WarehouseViews;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is said of experiments that were planned, and of runs that were tried again. */
@ExtendWith(SparkExtension.class)
class ExperimentsTest {
  private static final Map<String, Object> FIRST = Map.of("max_num_seqs", 64);
  private static final Map<String, Object> SECOND = Map.of("max_num_seqs", 128);
  private static final Map<String, Object> THIRD = Map.of("max_num_seqs", 256);
  private static final int FAST = 2_500;
  private static final int SLOW = 5_000;

  private final SparkSession spark;
  @TempDir Path sweep;

  ExperimentsTest(SparkSession spark) {
    this.spark = spark;
  }

  private RunTree runs() {
    return new RunTree(sweep.resolve(RunFiles.RESULTS));
  }

  private PlannedTree planned() {
    return new PlannedTree(sweep);
  }

  private void aggregate(String... more) {
    List<String> args =
        Stream.concat(
                Stream.of("--results-dir", sweep.resolve(RunFiles.RESULTS).toString()),
                Stream.of(more))
            .toList();
    assertThat(CommandShell.run(new AggregateMain(), args.toArray(String[]::new))).isZero();
  }

  private Row experiment(Map<String, Object> config) {
    String id = RunTree.server(config).experimentId();
    return experiments().stream()
        .filter(row -> row.getAs("exp_id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Row> experiments() {
    return spark
        .read()
        .parquet(sweep.resolve("warehouse/batch=*/experiments/*.parquet").toString())
        .collectAsList();
  }

  private String output(String name) throws IOException {
    return Files.readString(sweep.resolve(RunFiles.RESULTS).resolve(name));
  }

  private JsonNode viz() throws IOException {
    return new ObjectMapper().readTree(output(RunFiles.VIZ_JSON));
  }

  private static String uid(Map<String, Object> config, int repeat, int attempt) {
    return RunTree.uid(RunTree.server(config), repeat, attempt);
  }

  @Test
  void anExperimentWithARunForEveryLoadPointIsDone() throws IOException {
    planned().plan(List.of(FIRST));
    runs().finished(FIRST, 1, SLOW);
    runs().finished(FIRST, 2, SLOW);
    aggregate();
    Row row = experiment(FIRST);
    assertThat(row.<String>getAs("state")).isEqualTo("DONE");
    assertThat(row.<Long>getAs("load_points_planned")).isEqualTo(2);
    assertThat(row.<Long>getAs("load_points_done")).isEqualTo(2);
    assertThat(row.<String>getAs("missing_load_points")).isNull();
    assertThat(row.<String>getAs("phases")).isEqualTo("batch");
  }

  @Test
  void anExperimentThatLacksAStartIsPartialAndSaysWhatItLacks() throws IOException {
    planned().plan(List.of(FIRST));
    runs().finished(FIRST, 1, SLOW);
    aggregate();
    assertThat(experiment(FIRST).<String>getAs("state")).isEqualTo("PARTIAL");
    assertThat(experiment(FIRST).<String>getAs("missing_load_points")).isEqualTo("conc4-r2");
  }

  @Test
  void anExperimentWhoseScriptFailedHasItsReason() throws IOException {
    planned().plan(List.of(FIRST));
    runs().finished(FIRST, 1, SLOW);
    planned().failed(FIRST, 71, "not ready within 600 s");
    aggregate();
    Row row = experiment(FIRST);
    assertThat(row.<String>getAs("state")).isEqualTo("FAILED");
    assertThat(row.<String>getAs("reason")).isEqualTo("exit code 71: not ready within 600 s");
    assertThat(row.<Long>getAs("starts")).isEqualTo(1);
    assertThat(row.<String>getAs("job_id")).isEqualTo("4712");
    assertThat(row.<String>getAs("nodes")).isEqualTo("n3");
  }

  @Test
  void aFailureThatWasMadeGoodIsNone() throws IOException {
    planned().plan(List.of(FIRST));
    planned().failed(FIRST, 71, "not ready within 600 s");
    runs().finished(FIRST, 1, SLOW);
    runs().finished(FIRST, 2, SLOW);
    aggregate();
    assertThat(experiment(FIRST).<String>getAs("state")).isEqualTo("DONE");
  }

  @Test
  void anExperimentOfWhichNothingIsThereIsMissing() throws IOException {
    planned().plan(List.of(FIRST, SECOND));
    runs().finished(SECOND, 1, SLOW);
    aggregate();
    Row row = experiment(FIRST);
    assertThat(row.<String>getAs("state")).isEqualTo("MISSING");
    assertThat(row.<String>getAs("missing_load_points")).isEqualTo("conc4-r1;conc4-r2");
    assertThat(row.<Long>getAs("starts")).isNull();
  }

  @Test
  void anExperimentWhoseScriptGoesOnIsRunning() throws IOException {
    planned().plan(List.of(FIRST));
    runs().finished(FIRST, 1, SLOW);
    planned().running(FIRST);
    aggregate();
    Row row = experiment(FIRST);
    assertThat(row.<String>getAs("state")).isEqualTo("RUNNING");
    assertThat(row.<String>getAs("nodes")).isEqualTo("n1;n2");
  }

  @Test
  void aStateThatChangesWithoutNewRunsIsInTheTableOnce() throws IOException {
    planned().plan(List.of(FIRST));
    runs().finished(FIRST, 1, SLOW);
    aggregate();
    planned().failed(FIRST, 72, "the server died");
    aggregate();
    assertThat(experiments())
        .singleElement()
        .satisfies(row -> assertThat(row.<String>getAs("state")).isEqualTo("FAILED"));
  }

  @Test
  void withoutAPlanEveryExperimentThatHasRunsIsARow() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().interrupted(SECOND, 1);
    aggregate();
    assertThat(experiments()).hasSize(2);
    assertThat(experiment(FIRST).<Long>getAs("load_points_planned")).isNull();
    assertThat(experiment(FIRST).<String>getAs("state")).isEqualTo("DONE");
    assertThat(experiment(SECOND).<String>getAs("state")).isEqualTo("FAILED");
    assertThat(experiment(SECOND).<String>getAs("reason")).startsWith("stopped before its end");
    assertThat(output(RunFiles.REPORT_TEXT)).doesNotContain("Planned experiments");
  }

  @Test
  void aPlanThatCannotBeReadIsNamedAndEndsNothing() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    Files.writeString(sweep.resolve(RunFiles.PLAN), "{");
    aggregate();
    assertThat(experiments()).hasSize(1);
    assertThat(output(RunFiles.REPORT_TEXT)).containsPattern("not read:\\s+\\S*plan\\.json");
  }

  @Test
  void theReportCountsTheStatesAndNamesWhatIsNotDone() throws IOException {
    planned().plan(List.of(FIRST, SECOND, THIRD));
    runs().finished(FIRST, 1, SLOW);
    runs().finished(FIRST, 2, SLOW);
    planned().failed(SECOND, 71, "not ready within 600 s");
    aggregate();
    assertThat(output(RunFiles.REPORT_TEXT))
        .contains("3 experiments: 1 FAILED, 1 MISSING, 1 DONE. 2 of 6 load points done.")
        .contains("- FAILED " + RunTree.server(SECOND).experimentId())
        .doesNotContain("- DONE");
    assertThat(output(RunFiles.REPORT_TEXT).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void chartsGetTheRowsOfTheTable() throws IOException {
    planned().plan(List.of(FIRST, SECOND));
    runs().finished(FIRST, 1, SLOW);
    aggregate();
    JsonNode rows = viz().get("planned");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("state").asText()).isEqualTo("MISSING");
    assertThat(rows.get(1).get("load_points_planned").asInt()).isEqualTo(2);
  }

  @Test
  void anAttemptThatWasMadeAgainDoesNotCountTwice() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().again(FIRST, 1, 2, FAST);
    aggregate();
    assertThat(viz().get("runs")).hasSize(2);
    assertThat(viz().get("experiments"))
        .singleElement()
        .satisfies(run -> assertThat(run.get("run_uid").asText()).isEqualTo(uid(FIRST, 1, 2)));
    assertThat(experiment(FIRST).<String>getAs("superseded_runs")).isEqualTo(uid(FIRST, 1, 1));
  }

  @Test
  void aSupersededAttemptStaysInTheCsvWithTheRunThatCounts() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().again(FIRST, 1, 2, FAST);
    aggregate();
    List<String> lines = output(RunFiles.RESULTS_CSV).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).endsWith(",superseded_by");
    assertThat(lines.get(1)).startsWith(uid(FIRST, 1, 1)).endsWith("," + uid(FIRST, 1, 2));
    assertThat(lines.get(2)).startsWith(uid(FIRST, 1, 2)).endsWith(",");
  }

  @Test
  void aSupersededAttemptIsLeftOutOfComparisonsWithThatReason() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().again(FIRST, 1, 2, FAST);
    runs().finished(SECOND, 1, SLOW);
    aggregate("--compare-param", "max_num_seqs", "--metric", "tpot_p50");
    assertThat(output(RunFiles.REPORT_TEXT)).contains("superseded by a later attempt");
    assertThat(viz().at("/comparisons/0").toString())
        .contains("\"superseded by a later attempt\":1");
  }

  @Test
  void aLaterAttemptThatWasInterruptedDoesNotTakeThePlaceOfAFinishedOne() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().interrupted(FIRST, 1, 2);
    aggregate();
    assertThat(experiment(FIRST).<String>getAs("state")).isEqualTo("DONE");
    assertThat(experiment(FIRST).<String>getAs("superseded_runs")).isEqualTo(uid(FIRST, 1, 2));
  }

  @Test
  void anAttemptInALaterBatchSupersedesOneOfAnEarlierBatch() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    aggregate();
    assertThat(experiment(FIRST).<String>getAs("superseded_runs")).isNull();
    runs().again(FIRST, 1, 2, FAST);
    aggregate();
    assertThat(experiment(FIRST).<String>getAs("superseded_runs")).isEqualTo(uid(FIRST, 1, 1));
  }

  @Test
  void aQueryFindsTheRunsThatCountByTheTableOfExperiments() throws IOException {
    runs().finished(FIRST, 1, SLOW);
    runs().again(FIRST, 1, 2, FAST);
    aggregate();
    WarehouseViews.create(spark, sweep.resolve(RunFiles.WAREHOUSE).toString());
    assertThat(
            spark
                .sql(
                    "SELECT run_uid FROM runs WHERE run_uid NOT IN (SELECT"
                        + " explode(split(superseded_runs, ';')) FROM experiments"
                        + " WHERE superseded_runs IS NOT NULL)")
                .collectAsList())
        .singleElement()
        .satisfies(run -> assertThat(run.getString(0)).isEqualTo(uid(FIRST, 1, 2)));
  }
}
