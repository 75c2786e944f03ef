package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.FakeSlurm;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands status, retry and cancel as a user types them, with stand-ins of Slurm. */
class StatusCommandsTest {
  private final SweepFolder sweep;
  private final FakeSlurm slurm;
  private String first = "";
  private String second = "";

  StatusCommandsTest(@TempDir Path folder) throws IOException {
    sweep = new SweepFolder(folder);
    slurm = new FakeSlurm(sweep);
  }

  @BeforeEach
  void planTwoExperiments() throws IOException {
    first = sweep.config("first", Map.of("model", "m"));
    second = sweep.config("second", Map.of("model", "m", "max_num_seqs", 8));
    sweep.plan();
  }

  @Test
  void statusShowsWhatIsQueued() {
    slurm.launch();

    assertThat(slurm.sweepline("status").output())
        .containsPattern(first + " PENDING +0/1 +101_\\d +\\(Priority\\)")
        .contains("2 experiments: 2 PENDING; 0 of 2 load points");
  }

  @Test
  void statusIsJsonForPrograms() throws IOException {
    slurm.launch();

    JsonNode state = new ObjectMapper().readTree(slurm.sweepline("status", "--json").output());

    assertThat(state.at("/experiments/0/state").asText()).isEqualTo("pending");
    assertThat(state.at("/experiments/1/points/planned").asInt()).isEqualTo(1);
    assertThat(state.at("/slurm").isNull()).isTrue();
  }

  @Test
  void statusGoesByTheFilesWhenSlurmIsDown() throws IOException {
    slurm.goDown();

    Bash.Result result = slurm.sweepline("status", "--only", "second");

    assertThat(result.code()).isZero();
    assertThat(result.output())
        .contains(second + " MISSING", "from files only: squeue: slurm_load_jobs error")
        .doesNotContain(first);
  }

  @Test
  void watchingEndsWhenNothingGoesOn() {
    assertThat(slurm.sweepline("status", "--watch").output()).contains("2 MISSING");
  }

  @Test
  void retrySubmitsWhatEndedWithoutResultsAndRedoesInvalidOnes() throws IOException {
    slurm.launch();
    slurm.endAll();

    Bash.Result result = slurm.sweepline("retry", "--failed");

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("INTERRUPTED, job 101_0 ended before it began");
    assertThat(slurm.submissions()).hasSize(2);
    assertThat(slurm.script(103)).content().contains("OPTIONS=(--repeat 1 --redo-invalid)");
  }

  @Test
  void retryLeavesAloneWhatIsQueued() {
    slurm.launch();

    Bash.Result result = slurm.sweepline("retry", "--failed");

    assertThat(result.output()).contains("nothing to submit");
    assertThat(slurm.submissions()).hasSize(1);
  }

  @Test
  void retryCanBeNarrowedAndTried() throws IOException {
    slurm.launch();
    slurm.endAll();

    Bash.Result result = slurm.sweepline("retry", "--only", second, "--dry-run");

    assertThat(result.output()).contains("1 would be submitted").doesNotContain(first);
    assertThat(slurm.submissions()).hasSize(1);
  }

  @Test
  void retryMustBeToldWhat() {
    assertThat(slurm.sweepline("retry").code()).isEqualTo(2);
  }

  @Test
  void anInvalidRunIsDoneAgainUnderAFurtherAttempt() throws IOException {
    sweep.script(first);
    sweep.script(second);
    Path folder = sweep.file("results/" + first);
    Path summary = folder.resolve("results_rate10-0a1b2c-r1-a1.json");
    Files.writeString(
        summary,
        Files.readString(summary).replaceFirst("}}", "},\"verdict\":{\"state\":\"invalid\"}}"));

    Bash.Result result = slurm.sweepline("retry", "--only", first, "--local");

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(sweep.calls()).last().isEqualTo(first + " r1 rate10");
    assertThat(sweep.calls()).hasSize(3);
  }

  @Test
  void cancelAsksOrNeedsYes() {
    slurm.launch();

    Bash.Result result = slurm.sweepline("cancel");

    assertThat(result.code()).isEqualTo(64);
    assertThat(result.output()).contains("3 jobs are queued or run", "--yes cancels them");
    assertThat(slurm.cancelled()).isEmpty();
  }

  @Test
  void cancelTakesTheJobsOfTheSweepAndNoOther() throws IOException {
    slurm.launch();
    slurm.queue("999 other RUNNING None n1");

    slurm.sweepline("cancel", "--yes");

    assertThat(slurm.cancelled()).containsExactlyInAnyOrder("101_0", "101_1", "102");
  }

  @Test
  void cancelOfOneExperimentLeavesTheOthersAndTheReport() {
    slurm.launch();

    slurm.sweepline("cancel", "--yes", "--only", "first");

    assertThat(slurm.cancelled()).singleElement().asString().startsWith("101_");
  }

  @Test
  void cancelNeedsToKnowWhatIsQueued() throws IOException {
    slurm.launch();
    slurm.goDown();

    assertThat(slurm.sweepline("cancel", "--yes").code()).isEqualTo(69);
  }
}
