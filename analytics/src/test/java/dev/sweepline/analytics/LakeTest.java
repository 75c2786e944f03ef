package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.analytics.advice.Targets;
import dev.sweepline.analytics.lake.CommitStep;
import dev.sweepline.analytics.lake.LakeRequest;
import dev.sweepline.analytics.lake.LakeRequest.Merging;
import dev.sweepline.analytics.lake.LakeRequest.Reuse;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the warehouse does with sources that are new, changed, gone or read twice. */
@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final Map<String, Object> SMALL = Map.of("max_num_seqs", 64);
  private static final Map<String, Object> LARGE = Map.of("max_num_seqs", 128);
  private static final List<String> TABLES =
      List.of("runs", "requests", "server_samples", "rejected", "experiments");

  private final SparkSession spark;
  private final List<String> notices = new ArrayList<>();
  private int sessionsAsked;
  @TempDir Path sweep;

  LakeTest(SparkSession spark) {
    this.spark = spark;
  }

  /** Ends a test's process, as far as the warehouse can see. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private RunTree tree() {
    return new RunTree(sweep.resolve("results"));
  }

  private Path warehouse() {
    return sweep.resolve("warehouse");
  }

  private static LakeRequest forgetting(String name) {
    return new LakeRequest(Reuse.UNCHANGED, Merging.MANY, List.of(name), Duration.ZERO);
  }

  private void aggregate() {
    aggregate(LakeRequest.USUAL, Slo.DEFAULT, CommitStep.Observer.NONE, "results");
  }

  private void aggregate(LakeRequest lake) {
    aggregate(lake, Slo.DEFAULT, CommitStep.Observer.NONE, "results");
  }

  private void aggregate(
      LakeRequest lake, Slo slo, CommitStep.Observer steps, String... resultsDirs) {
    Path out = sweep.resolve("out");
    AggregateRequest request =
        new AggregateRequest(
            Stream.of(resultsDirs).map(dir -> sweep.resolve(dir).toString()).toList(),
            null,
            new ComparisonOptions().request(),
            Yardstick.of(slo),
            lake,
            warehouse().toString(),
            out.resolve(RunFiles.RESULTS_CSV),
            out.resolve(RunFiles.REPORT_TEXT),
            out.resolve(RunFiles.VIZ_JSON),
            out.resolve(RunFiles.REPORT_HTML),
            Targets.ORIGINAL,
            null);
    Aggregation aggregation = new Aggregation(request, SparkSessions.hadoop(), notices::add, steps);
    aggregation.run(
        () -> {
          sessionsAsked++;
          return spark;
        },
        aggregation.find());
  }

  private void crashBehind(CommitStep last) {
    CommitStep.Observer crash =
        step -> {
          if (step == last) {
            throw new Crash();
          }
        };
    assertThatThrownBy(() -> aggregate(LakeRequest.USUAL, Slo.DEFAULT, crash, "results"))
        .isInstanceOf(Crash.class);
  }

  private List<Row> table(String name) {
    return spark
        .read()
        .option("mergeSchema", "true")
        .parquet(warehouse().resolve("batch=*/" + name + "/*.parquet").toString())
        .collectAsList();
  }

  private List<String> sources() {
    return table("runs").stream().map(run -> run.<String>getAs("source")).sorted().toList();
  }

  /** All rows as texts, but for the batch that they happen to be in. */
  private List<String> contents() {
    List<String> rows = new ArrayList<>();
    for (String name : TABLES) {
      if (hasTable(name)) {
        spark
            .read()
            .option("mergeSchema", "true")
            .parquet(warehouse().resolve("batch=*/" + name + "/*.parquet").toString())
            .toJSON()
            .collectAsList()
            .forEach(row -> rows.add(name + " " + row));
      }
    }
    return rows.stream().sorted().toList();
  }

  private boolean hasTable(String name) {
    return batches().stream().anyMatch(batch -> Files.isDirectory(batch.resolve(name)));
  }

  private List<Path> batches() {
    try (Stream<Path> folders = Files.list(warehouse())) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("batch="))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path summaryOf(Path requests) {
    String name = requests.getFileName().toString();
    return requests.resolveSibling(
        name.replace("requests_", "results_").replace(".jsonl", ".json"));
  }

  @Test
  void asManyRequestsAreInTheTableAsInTheLedger() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    assertThat(Files.readString(batches().get(0).resolve("ledger.json")))
        .contains("\"rows\" : 100")
        .contains("\"run_uid\" : \"uid-");
  }

  @Test
  void aSecondRunWithNothingNewWritesNothingAndStartsNoSpark() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    List<Path> before = batches();
    sessionsAsked = 0;
    aggregate();
    assertThat(batches()).isEqualTo(before);
    assertThat(sessionsAsked).isZero();
  }

  @Test
  void aNewRunIsABatchOfItsOwn() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    tree().finished(LARGE, 1, 2_500);
    aggregate();
    assertThat(table("runs")).hasSize(2);
    assertThat(notices).anySatisfy(line -> assertThat(line).startsWith("reading 1 sources"));
  }

  @Test
  void aChangedSourceTakesThePlaceOfItsRowsAndTheOthersOfItsBatchStay() throws IOException {
    Path changed = tree().finished(SMALL, 1, 5_000);
    tree().finished(LARGE, 1, 2_500);
    aggregate();
    List<String> lines = Files.readAllLines(changed);
    Files.write(changed, lines.subList(0, 51));
    aggregate();
    assertThat(table("runs")).hasSize(2);
    assertThat(table("requests")).hasSize(150);
  }

  @Test
  void aTouchedFileIsNotReadAgain() throws IOException {
    Path file = tree().finished(SMALL, 1, 5_000);
    aggregate();
    List<Path> before = batches();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    aggregate();
    assertThat(batches()).isEqualTo(before);
  }

  @Test
  void aMovedTreeIsNotReadAgain() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    List<Path> before = batches();
    Files.move(sweep.resolve("results"), sweep.resolve("moved"));
    aggregate(LakeRequest.USUAL, Slo.DEFAULT, CommitStep.Observer.NONE, "moved");
    assertThat(batches()).isEqualTo(before);
  }

  @Test
  void aFinishedFileTakesThePlaceOfItsUnfinishedOne() throws IOException {
    Path part = tree().interrupted(SMALL, 1);
    aggregate();
    assertThat(table("requests")).hasSize(40);
    Files.delete(part);
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    assertThat(table("requests")).hasSize(100);
    assertThat(sources()).singleElement().asString().endsWith(".jsonl");
  }

  @Test
  void aVanishedSourceKeepsItsRowsAndTheReportSaysSo() throws IOException {
    Path gone = tree().finished(SMALL, 1, 5_000);
    tree().finished(LARGE, 1, 2_500);
    aggregate();
    Files.delete(gone);
    Files.delete(summaryOf(gone));
    aggregate();
    assertThat(table("runs")).hasSize(2);
    assertThat(Files.readString(sweep.resolve("out").resolve(RunFiles.REPORT_TEXT)))
        .containsPattern("gone;\\s+its\\s+rows\\s+stay");
  }

  @Test
  void aForgottenSourceIsGoneFromAllTables() throws IOException {
    Path gone = tree().finished(SMALL, 1, 5_000);
    tree().finished(LARGE, 1, 2_500);
    aggregate();
    String name = sweep.resolve("results").relativize(gone).toString();
    Files.delete(gone);
    Files.delete(summaryOf(gone));
    aggregate(forgetting(name));
    assertThat(sources()).doesNotContain(name).hasSize(1);
    assertThat(table("requests")).hasSize(100);
  }

  @Test
  void aSourceThatIsStillThereCannotBeForgotten() throws IOException {
    Path file = tree().finished(SMALL, 1, 5_000);
    aggregate();
    String name = sweep.resolve("results").relativize(file).toString();
    assertThatThrownBy(() -> aggregate(forgetting(name)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it is still there and would be read again");
  }

  @Test
  void rebuiltTablesAreTheSame() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    tree().interrupted(LARGE, 2);
    aggregate();
    List<String> before = contents();
    aggregate(new LakeRequest(Reuse.NOTHING, Merging.MANY, List.of(), Duration.ZERO));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void mergedBatchesHoldTheSameRows() throws IOException {
    for (int repeat = 1; repeat <= 3; repeat++) {
      tree().finished(SMALL, repeat, 5_000);
      aggregate();
    }
    List<String> before = contents();
    aggregate(new LakeRequest(Reuse.UNCHANGED, Merging.ANY, List.of(), Duration.ZERO));
    assertThat(batches()).hasSizeLessThan(3);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void manySmallBatchesAreMergedUnasked() throws IOException {
    for (int repeat = 1; repeat <= 17; repeat++) {
      tree().finished(SMALL, repeat, 5_000);
      aggregate();
    }
    assertThat(batches()).hasSizeLessThan(4);
    assertThat(table("runs")).hasSize(17);
  }

  @Test
  void anotherLimitForGoodputJudgesTheRunsAnew() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    assertThat(table("runs").get(0).<Double>getAs("slo_attainment")).isEqualTo(1.0);
    aggregate(LakeRequest.USUAL, new Slo(1.0, null, null), CommitStep.Observer.NONE, "results");
    assertThat(table("runs"))
        .singleElement()
        .satisfies(run -> assertThat(run.<Double>getAs("slo_attainment")).isEqualTo(0.0));
  }

  @Test
  void equalPathsInTwoFoldersAreTwoSources() throws IOException {
    Path first = tree().finished(SMALL, 1, 5_000);
    Path other = sweep.resolve("more").resolve(sweep.resolve("results").relativize(first));
    Files.createDirectories(other.getParent());
    Files.writeString(other, Files.readString(first).replace("uid-", "another-uid-"));
    aggregate(LakeRequest.USUAL, Slo.DEFAULT, CommitStep.Observer.NONE, "results", "more");
    assertThat(sources()).hasSize(2).doesNotHaveDuplicates();
    assertThat(sources().get(0)).startsWith("more/");
  }

  @Test
  void aSourceKeepsItsNameWhenAnotherFolderIsNamedToo() throws IOException {
    Path first = tree().finished(SMALL, 1, 5_000);
    aggregate();
    String name = sources().get(0);
    Path other = sweep.resolve("more").resolve(sweep.resolve("results").relativize(first));
    Files.createDirectories(other.getParent());
    Files.writeString(other, Files.readString(first).replace("uid-", "another-uid-"));
    aggregate(LakeRequest.USUAL, Slo.DEFAULT, CommitStep.Observer.NONE, "results", "more");
    assertThat(sources()).contains(name).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void settingsThatOnlySomeRunsStateAreNullInTheOthers() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    tree().finished(Map.of("enable_prefix_caching", true), 1, 5_000);
    aggregate();
    assertThat(table("runs"))
        .extracting(run -> run.<Boolean>getAs("enable_prefix_caching"))
        .containsExactlyInAnyOrder(true, null);
  }

  @Test
  void aSettingThatIsANumberHereAndATextThereIsATextEverywhere() throws IOException {
    tree().finished(Map.of("max_model_len", 8192), 1, 5_000);
    aggregate();
    tree().finished(Map.of("max_model_len", "auto"), 1, 5_000);
    aggregate();
    assertThat(table("runs"))
        .extracting(run -> run.<String>getAs("max_model_len"))
        .containsExactlyInAnyOrder("8192", "auto");
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void whateverStepAWriterDiesBehindTheNextRunMakesTheSameTables(CommitStep last)
      throws IOException {
    Path changed = tree().finished(SMALL, 1, 5_000);
    tree().finished(LARGE, 1, 2_500);
    aggregate();
    Files.write(changed, Files.readAllLines(changed).subList(0, 51));
    tree().finished(SMALL, 2, 5_050);
    crashBehind(last);
    aggregate();
    List<String> recovered = contents();
    assertThat(warehouse().resolve("_staging")).doesNotExist();
    deleteWarehouse();
    aggregate();
    assertThat(recovered).isEqualTo(contents());
  }

  private void deleteWarehouse() throws IOException {
    try (Stream<Path> all = Files.walk(warehouse())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void aSecondWriterIsToldWhoHoldsTheWarehouse() throws IOException {
    tree().finished(SMALL, 1, 5_000);
    aggregate();
    try (FileChannel channel =
            FileChannel.open(warehouse().resolve("_lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      LakeRequest hasty = new LakeRequest(Reuse.UNCHANGED, Merging.MANY, List.of(), Duration.ZERO);
      assertThatThrownBy(() -> aggregate(hasty))
          .isInstanceOfSatisfying(
              UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }
}
