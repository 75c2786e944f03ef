package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.Status;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LocalLaunchTest {
  private final SweepFolder sweep;
  private String first = "";

  LocalLaunchTest(@TempDir Path folder) throws IOException {
    sweep = new SweepFolder(folder);
  }

  @BeforeEach
  void writeOneConfiguration() throws IOException {
    first = sweep.config("first", Map.of("model", "m"));
  }

  @Test
  void repeatOneOfAllRunsBeforeRepeatTwo() throws IOException {
    String second = sweep.config("second", Map.of("model", "m", "max_num_seqs", 8));
    sweep.plan("--request-rate", "5", "--repeats", "2");

    Bash.Result result = sweep.launch();

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(sweep.calls())
        .containsExactly(
            first + " r1 rate5", second + " r1 rate5", first + " r2 rate5", second + " r2 rate5");
  }

  @Test
  void everyLoadIsRunOnEveryStart() throws IOException {
    sweep.plan("--request-rate", "5,inf", "--concurrency", "3");

    sweep.launch();

    assertThat(sweep.calls())
        .containsExactlyInAnyOrder(first + " r1 rate5", first + " r1 rateinf", first + " r1 conc3");
  }

  @Test
  void aRepeatThatWorkedIsWrittenDown() throws IOException {
    sweep.plan();

    sweep.launch();

    assertThat(sweep.status(first).state()).isEqualTo(Status.State.DONE);
    assertThat(sweep.attempts(first))
        .extracting(Attempt::event)
        .containsExactly(Attempt.Event.START, Attempt.Event.END);
  }

  @Test
  void theServerIsStopped() throws IOException {
    sweep.plan();

    sweep.launch();

    assertThat(sweep.serverIsAlive()).isFalse();
  }

  @Test
  void whatHasItsResultsIsNotRunAgain() throws IOException {
    sweep.plan("--repeats", "2");
    sweep.launch();

    Bash.Result again = sweep.launch();

    assertThat(again.code()).isZero();
    assertThat(sweep.calls()).hasSize(2);
  }

  @Test
  void onlyTheLoadWithoutAResultIsRunAgain() throws IOException {
    sweep.plan("--request-rate", "5,7");
    sweep.launch();
    Files.delete(sweep.file("results/" + first + "/results_rate7-0a1b2c-r1-a1.json"));

    sweep.launch();

    assertThat(sweep.calls()).hasSize(3).last().isEqualTo(first + " r1 rate7");
    assertThat(sweep.status(first).attempt()).isEqualTo(2);
  }

  @Test
  void aResultOnAnotherDatasetIsNotThisLoads() throws IOException {
    sweep.plan();
    sweep.launch();
    Files.writeString(sweep.file("prompts.jsonl"), "{\"prompt\":\"Other\"}\n");
    sweep.plan("--force");

    sweep.launch();

    assertThat(sweep.calls()).hasSize(2);
  }

  @Test
  void aResultOfAnotherWarmupIsNotThisLoads() throws IOException {
    sweep.plan();
    sweep.launch();
    sweep.plan("--force", "--warmup-requests", "1");

    sweep.launch();

    assertThat(sweep.calls()).hasSize(2);
  }

  @Test
  void oneScriptAloneRunsAllItsRepeats() throws IOException {
    sweep.plan("--repeats", "3", "--request-rate", "5");

    assertThat(sweep.script(first).code()).isZero();

    assertThat(sweep.calls())
        .containsExactly(first + " r1 rate5", first + " r2 rate5", first + " r3 rate5");
  }

  @ParameterizedTest
  @CsvSource({
    "dies-at-once, works, 70, the server exited with 3 before it was ready",
    "never-ready, works, 71, the server was not ready after 2 seconds",
    "healthy, kills-the-server, 72, the server exited with 9 during the benchmark",
    "healthy, fails, 73, the benchmark of load rate10 exited with 1",
    "healthy, invalid, 74, every run is invalid"
  })
  void aFailureHasItsCodeAndReason(String server, String bench, int code, String reason)
      throws IOException {
    sweep.serve(server);
    sweep.benchMode(bench);
    if (server.equals("never-ready")) {
      sweep.readyTimeout(2);
    }
    sweep.plan();

    assertThat(sweep.launch().code()).isEqualTo(code);

    Status status = sweep.status(first);
    assertThat(status.state()).isEqualTo(Status.State.FAILED);
    assertThat(status.exitCode()).isEqualTo(code);
    assertThat(status.reason()).startsWith(reason);
    assertThat(sweep.serverIsAlive()).isFalse();
  }

  @Test
  void theReasonHoldsTheLogsLastLineWithoutSecrets() throws IOException {
    sweep.serve("dies-at-once");
    sweep.plan();

    sweep.launch();

    assertThat(sweep.status(first).reason())
        .contains(": OSError: no luck with token=<secret> at <path>; see ");
  }

  @Test
  void whatAServerWasStartedWithIsWrittenDownWithoutSecrets() throws IOException {
    sweep.profileKey("serve_args", List.of("--api-key", "hidden-1", "--hf-token=hidden-2"));
    sweep.profileKey("environment", Map.of("VLLM_LOGGING_LEVEL", "DEBUG"));
    sweep.plan();

    sweep.launch();

    assertThat(sweep.file("logs/" + first + "_local/provenance-r1-a1.json"))
        .content()
        .contains("\"launch_mode\":\"one_node\"", "\"VLLM_LOGGING_LEVEL\":\"DEBUG\"", "\"--port\"")
        .doesNotContain("hidden");
  }

  @Test
  void theRestGoesOnAfterAFailureWhoseCodeIsTheLaunchers() throws IOException {
    String second = sweep.config("second", Map.of("model", "m", "max_num_seqs", 8));
    sweep.benchMode("fails");
    sweep.plan("--request-rate", "5");

    assertThat(sweep.launch().code()).isEqualTo(73);

    assertThat(sweep.calls()).containsExactly(first + " r1 rate5", second + " r1 rate5");
  }

  private int launchAndInterrupt() throws IOException, InterruptedException {
    sweep.benchMode("hangs");
    sweep.plan("--request-rate", "5");
    Bash.run(sweep.file(""), List.of("mkfifo", sweep.file("bin/started").toString()));
    Process launcher =
        Bash.start(sweep.file(""), List.of("./launch_all_experiments.sh", "--local"));
    try (BufferedReader started = Files.newBufferedReader(sweep.file("bin/started"))) {
      assertThat(started.readLine()).isEqualTo("started");
    }

    launcher.toHandle().destroy();

    return launcher.waitFor();
  }

  @Test
  void aSignalInterruptsTheClientAndIsWrittenDown() throws IOException, InterruptedException {
    assertThat(launchAndInterrupt()).isEqualTo(75);

    assertThat(sweep.calls()).last().isEqualTo("term");
    assertThat(sweep.status(first).state()).isEqualTo(Status.State.INTERRUPTED);
    assertThat(sweep.serverIsAlive()).isFalse();
  }

  @Test
  void anInterruptedRunIsDoneAgain() throws IOException, InterruptedException {
    launchAndInterrupt();
    sweep.benchMode("works");

    assertThat(sweep.launch().code()).isZero();

    assertThat(sweep.calls()).containsExactly(first + " r1 rate5", "term", first + " r1 rate5");
  }

  @Test
  void aDatasetThatVanishedIsMissingInput() throws IOException {
    sweep.plan();
    Files.delete(sweep.file("prompts.jsonl"));

    assertThat(sweep.script(first).code()).isEqualTo(66);
  }

  @Test
  void aDatasetThatChangedIsRefused() throws IOException {
    sweep.plan();
    Files.writeString(sweep.file("prompts.jsonl"), "{\"prompt\":\"changed\"}\n");

    assertThat(sweep.script(first).code()).isEqualTo(64);
  }

  @Test
  void resultsOfAnotherConfigurationAreRefused() throws IOException {
    sweep.plan();
    Files.createDirectories(sweep.file("results/" + first));
    Files.writeString(sweep.file("results/" + first + "/config.json"), "{}\n");

    assertThat(sweep.script(first).code()).isEqualTo(64);
  }

  @Test
  void anExperimentThatAnotherJobHoldsIsRefused() throws IOException {
    sweep.plan();
    Files.createDirectories(sweep.file("results/" + first));

    Bash.Result result =
        Bash.run(
            sweep.file(""),
            List.of(
                "flock", "results/" + first + "/.lock", "bash", "run_" + first + "_head.sbatch"));

    assertThat(result.code()).isEqualTo(64);
    assertThat(result.output()).contains("another job holds " + first);
  }

  @Test
  void underSlurmStepsAreStoppedByScancel() throws IOException {
    sweep.plan();

    Bash.Result result =
        Bash.run(
            sweep.file(""),
            List.of(
                "env",
                "SLURM_JOB_ID=1234",
                "PATH=" + sweep.file("bin") + ":" + System.getenv("PATH"),
                "bash",
                "run_" + first + "_head.sbatch"));

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(sweep.status(first).jobId()).isEqualTo("1234");
    assertThat(Files.readAllLines(sweep.file("scancelled"))).first().isEqualTo("TERM");
    assertThat(sweep.serverIsAlive()).isFalse();
  }
}
