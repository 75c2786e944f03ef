package dev.sweepline.generator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Status;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.submission.Ledger;
import dev.sweepline.generator.submission.Queue;
import dev.sweepline.generator.submission.QueuedJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented example of a plan, two repeats of two loads, and what may lie beside it. */
class SweepStateTest {
  private static final String ID = "exp_8391c67dfbda";
  private static final String RUN = "rate10-06ecb6-r1-a1";
  private static final Queue EMPTY = Queue.of(Map.of());

  @TempDir private Path sweep;

  @BeforeEach
  void plan() throws IOException {
    write("plan.json", example("plan.json"));
  }

  private static String example(String name) throws IOException {
    try (InputStream stream = SweepStateTest.class.getResourceAsStream("/contracts/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = sweep.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private void writeResult(String name, String text) throws IOException {
    write("results/" + ID + "/" + name, text);
  }

  private void finishedRun(String verdict) throws IOException {
    writeResult("requests_" + RUN + ".jsonl", "");
    writeResult(
        "results_" + RUN + ".json",
        example("results_rate10-06ecb6-r1-a1.json")
            .replace("\"state\": \"suspect\"", "\"state\": \"" + verdict + "\""));
  }

  /** Nothing but that run is planned. */
  private void oneStartOfOneLoad() throws IOException {
    write(
        "plan.json",
        example("plan.json")
            .replace("\"repeats\": 2", "\"repeats\": 1")
            .replaceFirst(
                ",\\s+\\{\\s+\"rate\": null,\\s+\"concurrency\": 4,\\s+\"max_prompts\": null\\s+\\}",
                ""));
  }

  private void attempt(int repeat, String job, String exitCode, String reason) throws IOException {
    String line =
        "{\"schema_version\":\"1.0\",\"exp_id\":\"%s\",\"attempt\":1,\"repeat\":%d,\"event\":\"%s\",\"at\":\"2026-01-31T11:45:00.000000Z\",\"job_id\":%s,\"host\":\"node017\",\"exit_code\":%s,\"reason\":%s}%n";
    writeResult(
        "attempts.jsonl",
        line.formatted(ID, repeat, "start", job, "null", "null")
            + (exitCode.equals("null")
                ? ""
                : line.formatted(ID, repeat, "end", job, exitCode, reason)));
  }

  private ExperimentState read(Queue queue) {
    SweepState state = SweepState.read(sweep, sweep.resolve("results"), Ledger.read(sweep), queue);
    assertThat(state.experiments()).hasSize(1);
    return state.experiments().get(0);
  }

  private static Queue queue(String id, String state, String reason, String nodes) {
    return Queue.of(Map.of(id, new QueuedJob(id, state, reason, nodes)));
  }

  @Test
  void withoutAnyFileItIsMissing() {
    assertThat(read(EMPTY).state()).isEqualTo(State.MISSING);
    assertThat(read(EMPTY).points()).isEqualTo(new LoadPoints(0, 0, 4));
  }

  @Test
  void withSomeLoadPointsItIsPartial() throws IOException {
    finishedRun("valid");

    assertThat(read(EMPTY).state()).isEqualTo(State.PARTIAL);
    assertThat(read(EMPTY).points()).isEqualTo(new LoadPoints(1, 0, 4));
  }

  @Test
  void withAllLoadPointsItIsDone() throws IOException {
    oneStartOfOneLoad();
    finishedRun("suspect");

    assertThat(read(EMPTY).state()).isEqualTo(State.DONE);
  }

  @Test
  void aResultBeatsTheFailureOfItsAttempt() throws IOException {
    oneStartOfOneLoad();
    finishedRun("valid");
    attempt(1, "\"48121\"", "72", "\"the server died\"");

    assertThat(read(EMPTY).state()).isEqualTo(State.DONE);
  }

  @Test
  void anInvalidRunIsNoResult() throws IOException {
    oneStartOfOneLoad();
    finishedRun("invalid");

    assertThat(read(EMPTY).state()).isEqualTo(State.INVALID);
    assertThat(read(EMPTY).points()).isEqualTo(new LoadPoints(0, 1, 1));
  }

  @Test
  void aFurtherAttemptThatIsValidOutweighsAnInvalidOne() throws IOException {
    oneStartOfOneLoad();
    finishedRun("invalid");
    writeResult("requests_rate10-06ecb6-r1-a2.jsonl", "");
    writeResult("results_rate10-06ecb6-r1-a2.json", example("results_rate10-06ecb6-r1-a1.json"));

    assertThat(read(EMPTY).state()).isEqualTo(State.DONE);
  }

  @Test
  void aSuspectRunWhoseServerDiedIsNoResult() throws IOException {
    oneStartOfOneLoad();
    finishedRun("suspect");
    writeResult(".died-rate10-r1", "");

    assertThat(read(EMPTY).state()).isEqualTo(State.INVALID);
  }

  @Test
  void aValidRunStandsEvenIfItsServerDied() throws IOException {
    oneStartOfOneLoad();
    finishedRun("valid");
    writeResult(".died-rate10-r1", "");

    assertThat(read(EMPTY).state()).isEqualTo(State.DONE);
  }

  @Test
  void aRunAfterTheDeathOfAServerIsAResult() throws IOException {
    oneStartOfOneLoad();
    writeResult(".died-rate10-r1", "");
    Files.setLastModifiedTime(
        sweep.resolve("results/" + ID + "/.died-rate10-r1"), FileTime.fromMillis(1));
    finishedRun("suspect");

    assertThat(read(EMPTY).state()).isEqualTo(State.DONE);
  }

  @Test
  void aRunThatWasCutShortIsNoResult() throws IOException {
    finishedRun("valid");
    Files.move(
        sweep.resolve("results/" + ID + "/requests_" + RUN + ".jsonl"),
        sweep.resolve("results/" + ID + "/requests_" + RUN + ".jsonl.part"));

    assertThat(read(EMPTY).state()).isEqualTo(State.MISSING);
  }

  @Test
  void aRunOnAnotherDatasetIsNoResult() throws IOException {
    finishedRun("valid");
    write("plan.json", example("plan.json").replace("13a84eee", "00000000"));

    assertThat(read(EMPTY).state()).isEqualTo(State.MISSING);
  }

  @Test
  void aSummaryThatCannotBeReadIsInvalid() throws IOException {
    oneStartOfOneLoad();
    finishedRun("valid");
    writeResult("results_" + RUN + ".json", "{");

    assertThat(read(EMPTY).state()).isEqualTo(State.INVALID);
  }

  @Test
  void aJobThatWaitsIsPendingForItsReason() throws IOException {
    write("submissions.jsonl", example("submissions.jsonl"));

    ExperimentState state = read(queue("48122_3", "PENDING", "Dependency", ""));

    assertThat(state.state()).isEqualTo(State.PENDING);
    assertThat(state.reason()).isEqualTo("Dependency");
    assertThat(state.job()).isEqualTo("48122_3");
  }

  @Test
  void aJobThatRunsShowsItsNodesPhaseAndServer() throws IOException {
    write("submissions.jsonl", example("submissions.jsonl"));
    writeResult("attempts.jsonl", example("attempts.jsonl"));
    writeResult("status.json", example("status.json"));

    ExperimentState state = read(queue("48121", "RUNNING", "None", "node[017-018]"));

    assertThat(state.state()).isEqualTo(State.RUNNING);
    assertThat(state.phase()).isEqualTo(Status.State.RUNNING);
    assertThat(state.nodes()).isEqualTo("node[017-018]");
    assertThat(state.serverUrl()).isEqualTo("http://127.0.0.1:8000");
  }

  @Test
  void aJobOfNoLedgerIsFoundByWhatItsScriptWrote() throws IOException {
    attempt(1, "\"7\"", "null", "null");

    assertThat(read(queue("7", "RUNNING", "None", "n1")).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void aJobSubmittedByHandHasItsLaterRepeatsYetToDo() throws IOException {
    attempt(1, "\"7\"", "null", "null");
    QueuedJob job = new QueuedJob("7", "RUNNING", "None", "n1");

    assertThat(read(Queue.of(Map.of("7", job, ID, job))).starts())
        .extracting(StartState::state)
        .containsExactly(State.RUNNING, State.PENDING);
  }

  @Test
  void anotherJobThatRunsIsNotItsOwn() throws IOException {
    attempt(1, "\"7\"", "null", "null");

    assertThat(read(queue("8", "RUNNING", "None", "n1")).state()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void aScriptWhoseJobIsGoneIsInterrupted() throws IOException {
    attempt(1, "\"7\"", "null", "null");

    assertThat(read(EMPTY).state()).isEqualTo(State.INTERRUPTED);
    assertThat(read(EMPTY).reason()).isEqualTo("job 7 is gone without a word");
  }

  @Test
  void withoutSlurmItsFilesAreBelieved() throws IOException {
    attempt(1, "\"7\"", "null", "null");

    ExperimentState state = read(Queue.unknown("no squeue here"));

    assertThat(state.state()).isEqualTo(State.RUNNING);
    assertThat(state.reason()).isEqualTo("by its files; no squeue here");
  }

  @Test
  void aScriptOfThisMachineThatHoldsItsLockRuns() throws IOException {
    attempt(1, "null", "null", "null");
    writeResult(".lock", "");
    Process holder =
        new ProcessBuilder(
                "flock",
                sweep.resolve("results/" + ID + "/.lock").toString(),
                "bash",
                "-c",
                "echo held; read -r _")
            .start();
    try (BufferedReader said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("held");

      assertThat(read(EMPTY).state()).isEqualTo(State.RUNNING);
    } finally {
      holder.destroy();
    }
  }

  @Test
  void aScriptOfThisMachineThatDiedIsInterrupted() throws IOException {
    attempt(1, "null", "null", "null");
    writeResult(".lock", "");

    assertThat(read(EMPTY).state()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void aFailureHasItsCodeAndReason() throws IOException {
    attempt(1, "\"7\"", "71", "\"not ready within 600 s\"");

    assertThat(read(EMPTY).state()).isEqualTo(State.FAILED);
    assertThat(read(EMPTY).reason()).isEqualTo("exit code 71: not ready within 600 s");
  }

  @Test
  void anInterruptionIsNoFailure() throws IOException {
    attempt(2, "\"7\"", "75", "\"interrupted by a signal\"");

    assertThat(read(EMPTY).state()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void aJobThatEndedBeforeItsScriptBeganNamesItsLog() throws IOException {
    write("submissions.jsonl", example("submissions.jsonl"));

    assertThat(read(EMPTY).state()).isEqualTo(State.INTERRUPTED);
    assertThat(read(EMPTY).reason())
        .isEqualTo("job 48121 ended before it began; see logs/vllm_" + ID + "_48121.out");
  }

  @Test
  void anAttemptLineThatWasCutShortIsLeftOut() throws IOException {
    attempt(1, "\"7\"", "71", "\"not ready\"");
    Path file = sweep.resolve("results/" + ID + "/attempts.jsonl");
    Files.writeString(file, Files.readString(file) + "{\"schema_ver");

    assertThat(read(EMPTY).state()).isEqualTo(State.FAILED);
  }

  @Test
  void theLastLineOfTheNewestLogIsShownWithoutControlCharacters() throws IOException {
    write("logs/vllm_" + ID + "_1_0.out", "first\nsecond \u001b[31mline\n\n");

    assertThat(read(EMPTY).lastLogLine()).isEqualTo("second  [31mline");
  }

  @Test
  void aFolderWithoutAPlanIsMissingInput() throws IOException {
    Files.delete(sweep.resolve("plan.json"));

    assertThatThrownBy(() -> read(EMPTY))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
        .hasMessageContaining("plan.json: no such file");
  }

  @Test
  void noLineOfTheTableIsWiderThanATerminal() throws IOException {
    attempt(1, "\"7\"", "71", "\"" + "very long ".repeat(30) + "\"");
    write("logs/vllm_" + ID + "_7.out", "x".repeat(300));
    SweepState state =
        SweepState.read(
            sweep, sweep.resolve("results"), Ledger.read(sweep), Queue.unknown("no squeue here"));

    List<String> lines = StatusTable.of(state);

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(lines)
        .contains("from files only: no squeue here", "1 experiments: 1 FAILED; 0 of 4 load points");
  }
}
