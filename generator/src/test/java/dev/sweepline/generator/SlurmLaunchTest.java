package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.Submission;
import dev.sweepline.generator.submission.Ledger;
import dev.sweepline.generator.submission.Start;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.FakeSlurm;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher against stand-ins of Slurm, in a folder whose name is hostile. */
class SlurmLaunchTest {
  private final SweepFolder sweep;
  private final FakeSlurm slurm;

  SlurmLaunchTest(@TempDir Path folder) throws IOException {
    Path hostile = folder.resolve("it's $(id) \"a\" sweep");
    Files.createDirectory(hostile);
    sweep = new SweepFolder(hostile);
    slurm = new FakeSlurm(sweep);
  }

  @BeforeEach
  void writeThreeConfigurations() throws IOException {
    for (int seqs : List.of(1, 2, 3)) {
      sweep.config("seqs" + seqs, Map.of("model", "m", "max_num_seqs", seqs));
    }
  }

  /** The experiments in the order of the plan. */
  private List<String> experiments() {
    return ContractJson.read(Plan.class, sweep.file("plan.json")).experiments().stream()
        .map(Plan.Experiment::expId)
        .toList();
  }

  private void otherShape(String expId) throws IOException {
    Path script = sweep.file("run_" + expId + "_head.sbatch");
    Files.writeString(
        script,
        Files.readString(script).replaceFirst("#SBATCH --nodes=1\n", "#SBATCH --nodes=4\n"));
  }

  @Test
  void equalJobsOfARepeatAreOneArrayAndTheNextRepeatWaitsForIt() {
    sweep.plan("--repeats", "2");

    assertThat(slurm.launch().code()).isZero();

    assertThat(slurm.submissions())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .matches(
                        "--parsable --job-name=sweep-r1-[0-9a-f]{8} --array=0-2"
                            + " --output=logs/array_%A_%a.out"),
            second ->
                assertThat(second)
                    .contains("--job-name=sweep-r2-", "--array=0-2")
                    .contains("--dependency=afterany:101 --kill-on-invalid-dep=yes"));
  }

  @Test
  void otherShapesAreOtherJobsAndTheNextRepeatWaitsForAll() throws IOException {
    sweep.plan("--repeats", "2");
    otherShape(experiments().get(1));

    slurm.launch();

    assertThat(slurm.submissions()).hasSize(4);
    assertThat(slurm.submissions().get(0)).contains("--array=0-1");
    assertThat(slurm.submissions().get(1))
        .endsWith("run_" + experiments().get(1) + "_head.sbatch --repeat 1");
    assertThat(slurm.submissions().subList(2, 4))
        .allSatisfy(call -> assertThat(call).contains("--dependency=afterany:101:102 "));
  }

  @Test
  void anArrayAsksForWhatItsExperimentsAskFor() throws IOException {
    sweep.plan();
    for (String expId : experiments()) {
      otherShape(expId);
    }

    slurm.launch();

    assertThat(slurm.script(101)).content().contains("#SBATCH --nodes=4\n");
    assertThat(slurm.script(101)).content().doesNotContain("#SBATCH --job-name");
    assertThat(slurm.script(101)).content().doesNotContain("#SBATCH --output");
  }

  @Test
  void anArrayIsNoLongerThanTheSiteAllows() throws IOException {
    slurm.maxArraySize(2);
    sweep.plan();

    slurm.launch();

    assertThat(slurm.submissions()).hasSize(2);
    assertThat(slurm.submissions().get(0)).contains("--array=0-1");
    assertThat(slurm.submissions().get(1)).endsWith("_head.sbatch --repeat 1");
  }

  @Test
  void noMoreThanMaxParallelRunAtOnceOverAllArrays() throws IOException {
    slurm.maxArraySize(2);
    sweep.plan("--repeats", "2");

    slurm.launch("--max-parallel", "2");

    assertThat(slurm.submissions().get(0)).contains("--array=0-1%2").doesNotContain("--dependency");
    assertThat(slurm.submissions().get(1)).contains("--dependency=afterany:101 ");
    assertThat(slurm.submissions().get(2)).contains("--array=0-1%2", "--dependency=afterany:102 ");
    assertThat(slurm.submissions().get(3)).contains("--dependency=afterany:103 ");
  }

  @Test
  void sequentialIsAChainInTheOrderOfThePlanRepeatOneFirst() throws IOException {
    sweep.plan("--repeats", "2");
    otherShape(experiments().get(0));

    slurm.launch("--sequential");

    assertThat(slurm.submissions()).hasSize(6);
    for (int i = 0; i < 6; i++) {
      assertThat(slurm.submissions().get(i))
          .endsWith(
              "run_%s_head.sbatch --repeat %d".formatted(experiments().get(i % 3), 1 + i / 3));
      assertThat(slurm.submissions().get(i).contains("--dependency=afterany:" + (100 + i) + " "))
          .isEqualTo(i > 0);
    }
  }

  @Test
  void aChainGoesOnWhereAnEarlierOneEnds() throws IOException {
    sweep.plan();
    slurm.launch("--sequential", "--only", experiments().get(0));

    slurm.launch("--sequential");

    assertThat(slurm.submissions().get(1)).contains("--dependency=afterany:101 ");
  }

  @Test
  void onlyTakesAnId() {
    sweep.plan();

    slurm.launch("--only", experiments().get(2));

    assertThat(slurm.submissions()).hasSize(1);
    assertThat(slurm.submissions().get(0)).contains(experiments().get(2));
  }

  @Test
  void onlyTakesAPhase() throws IOException {
    Files.createDirectory(sweep.file("configs/late"));
    Files.move(sweep.file("configs/seqs3.json"), sweep.file("configs/late/seqs3.json"));
    sweep.plan();

    slurm.launch("--only", "late");

    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(1);
  }

  @Test
  void onlyTakesNames() {
    sweep.plan();

    slurm.launch("--only", "seqs1,seqs3");

    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(2);
  }

  @Test
  void aNameMayHoldAnything() throws IOException {
    sweep.config("odd", Map.of("name", "it's; $(id) \"odd\"", "model", "m"));
    sweep.plan();

    slurm.launch("--only", "it's; $(id) \"odd\"");

    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(1);
  }

  @Test
  void anUnknownPhaseIsWrongUsage() {
    sweep.plan();

    Bash.Result result = slurm.launch("--only", "nowhere");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.output()).contains("--only nowhere: no such experiment");
  }

  @Test
  void theLedgerHoldsTheJobAndTaskOfEveryStart() {
    sweep.plan("--repeats", "2");

    slurm.launch();

    assertThat(Ledger.read(sweep.file("")).jobs())
        .hasSize(6)
        .containsEntry(new Start(experiments().get(0), 1), "101_0")
        .containsEntry(new Start(experiments().get(2), 1), "101_2")
        .containsEntry(new Start(experiments().get(1), 2), "102_1");
    assertThat(Ledger.read(sweep.file("")).aggregations()).containsExactly("103");
  }

  @Test
  void aSecondLaunchSubmitsNothingThatIsQueued() {
    sweep.plan("--repeats", "2");
    slurm.launch();

    Bash.Result again = slurm.launch();

    assertThat(again.output()).contains("6 are queued or running already", "0 submitted");
    assertThat(slurm.submissions()).hasSize(2);
    assertThat(slurm.aggregations()).hasSize(1);
  }

  @Test
  void aSecondLaunchSubmitsNothingThatEndedWithoutResultsAndNamesTheWayToDoSo() throws IOException {
    sweep.plan();
    slurm.launch();
    slurm.endAll();

    Bash.Result again = slurm.launch();

    assertThat(again.output()).contains("3 were submitted before", "sweepline retry --failed");
    assertThat(slurm.submissions()).hasSize(1);
  }

  @Test
  void whatHasItsResultsIsNotSubmitted() {
    sweep.plan("--repeats", "2");
    sweep.script(experiments().get(0));

    Bash.Result result = slurm.launch();

    assertThat(result.output()).contains("2 have their results already", "4 submitted");
  }

  @Test
  void whatWasSubmittedByHandIsNotSubmittedAgain() throws IOException {
    sweep.plan();
    slurm.queue("50 %s RUNNING None n1".formatted(experiments().get(0)));

    Bash.Result result = slurm.launch();

    assertThat(result.output()).contains("1 are queued or running already", "2 submitted");
  }

  @Test
  void aPlanWithMoreRepeatsSubmitsOnlyTheNewOnesAfterThoseThatAreQueued() {
    sweep.plan();
    slurm.launch();
    sweep.plan("--force", "--repeats", "2");

    slurm.launch();

    assertThat(slurm.submissions()).hasSize(2);
    assertThat(slurm.submissions().get(1))
        .contains("sweep-r2-", "--dependency=afterany:101_0:101_1:101_2 ");
  }

  @Test
  void aRefusalThatPassesIsTriedAgain() throws IOException {
    sweep.plan();
    slurm.refuse(2, "*sweep-r1-*");

    assertThat(slurm.launch().code()).isZero();

    assertThat(slurm.submissions()).hasSize(3);
    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(3);
  }

  @Test
  void aRefusalThatStaysIsNamedAndTheRestGoesOn() throws IOException {
    sweep.plan();
    String refused = experiments().get(1);
    otherShape(refused);
    slurm.refuse(9, "*" + refused + "*");

    Bash.Result result = slurm.launch();

    assertThat(result.code()).isEqualTo(69);
    assertThat(result.output()).contains("not accepted by Slurm: " + refused + " repeat 1");
    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(2);
    assertThat(slurm.aggregations()).hasSize(1);
  }

  @Test
  void aRefusalThatStayedIsNotTriedAgainForOthers() throws IOException {
    sweep.plan("--repeats", "3");
    slurm.refuse(9, "*sweep-*");

    assertThat(slurm.launch().code()).isEqualTo(69);

    assertThat(slurm.submissions()).hasSize(3 + 1 + 1);
    assertThat(slurm.aggregations()).isEmpty();
  }

  @Test
  void whatWasRefusedIsSubmittedByTheNextLaunch() throws IOException {
    sweep.plan();
    slurm.refuse(3, "*sweep-r1-*");
    slurm.launch();

    slurm.launch();

    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(3);
  }

  @Test
  void aJobWhoseAnswerIsLostIsFoundByItsNameAndNotSubmittedAgain() throws IOException {
    sweep.plan();
    slurm.loseTheNextAnswer();

    assertThat(slurm.launch().code()).isZero();

    assertThat(slurm.submissions()).hasSize(1);
    assertThat(Ledger.read(sweep.file("")).job(new Start(experiments().get(1), 1)))
        .contains("101_1");
  }

  @Test
  void whatALauncherAnnouncedBeforeItWasKilledIsFoundByItsName() throws IOException {
    sweep.plan();
    slurm.launch();
    Path ledger = sweep.file("submissions.jsonl");
    Files.write(
        ledger,
        Files.readAllLines(ledger).stream()
            .filter(line -> line.contains("\"job_id\":null"))
            .toList());

    slurm.launch();

    assertThat(slurm.submissions()).hasSize(1);
    assertThat(Ledger.read(sweep.file("")).job(new Start(experiments().get(2), 1)))
        .contains("101_2");
  }

  @Test
  void aLedgerLineThatWasCutShortSpoilsNoOther() throws IOException {
    sweep.plan();
    Files.writeString(sweep.file("submissions.jsonl"), "{\"schema_version\":\"1.1\",\"subm");

    slurm.launch();

    assertThat(Ledger.read(sweep.file("")).jobs()).hasSize(3);
  }

  @Test
  void everyLedgerLineIsOneOfTheContract() throws IOException {
    sweep.plan("--repeats", "2");

    slurm.launch();

    try (Stream<String> lines = Files.lines(sweep.file("submissions.jsonl"))) {
      assertThat(lines)
          .hasSize(13)
          .allSatisfy(
              line -> {
                ContractJson json = ContractJson.current();
                assertThat(json.line(json.line(Submission.class, "ledger", 1, line)))
                    .isEqualTo(line);
              });
    }
  }

  @Test
  void nothingIsSubmittedWhileSlurmDoesNotSayWhatIsQueued() throws IOException {
    sweep.plan("--repeats", "2");
    slurm.launch();
    slurm.goDown();

    Bash.Result again = slurm.launch();

    assertThat(again.code()).isEqualTo(69);
    assertThat(again.output()).contains("squeue does not answer");
    assertThat(slurm.submissions()).hasSize(2);
  }

  @Test
  void aDryRunShowsTheCallsAndMakesNone() {
    sweep.plan("--repeats", "2");

    Bash.Result result = slurm.launch("--dry-run");

    assertThat(result.output())
        .contains("--array=0-2", "--dependency=afterany:JOB_OF_", "6 would be submitted")
        .contains(experiments());
    assertThat(slurm.submissions()).isEmpty();
    assertThat(sweep.file("submissions.jsonl")).doesNotExist();
  }

  @Test
  void theReportWaitsForAllAndEndsByItself() {
    sweep.plan("--repeats", "2");

    slurm.launch();

    assertThat(slurm.aggregations())
        .singleElement()
        .asString()
        .contains("--dependency=afterany:102 --kill-on-invalid-dep=yes");
    assertThat(slurm.script(103)).content().contains("SWEEPLINE_BUILD=never", "aggregate");
  }

  @Test
  void aTaskRunsTheScriptOfItsExperimentAndKeepsWhatSlurmWrote() throws IOException {
    sweep.plan("--repeats", "2");
    slurm.launch();
    String second = experiments().get(1);
    Files.writeString(
        sweep.file("run_" + second + "_head.sbatch"), "echo \"works: ${0##*/} $*\"\n");
    Files.writeString(sweep.file("logs/array_102_1.out"), "slurmstepd: a word\n");

    Bash.Result task =
        Bash.run(
            Path.of("/"),
            List.of(
                "env",
                "SLURM_ARRAY_JOB_ID=102",
                "SLURM_ARRAY_TASK_ID=1",
                "bash",
                slurm.script(102).toString()));

    assertThat(task.output()).isEmpty();
    assertThat(sweep.file("logs/vllm_" + second + "_102_1.out"))
        .hasContent("slurmstepd: a word\nworks: run_" + second + "_head.sbatch --repeat 2\n");
    assertThat(sweep.file("logs/array_102_1.out")).doesNotExist();
  }

  @Test
  void shellcheckFindsNothingInAnArrayScript() {
    sweep.plan();
    slurm.launch();

    Bash.Result result =
        Bash.run(sweep.file(""), List.of("shellcheck", slurm.script(101).toString()));

    assertThat(result.output()).isEmpty();
  }
}
