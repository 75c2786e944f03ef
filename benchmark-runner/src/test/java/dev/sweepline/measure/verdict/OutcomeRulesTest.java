package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRulesTest {
  private static final Load LOAD = Contexts.closed(1);
  private static final List<String> ALL =
      List.of("ttft", "e2e", "itl", "tpot", "throughput", "server");

  private static RequestBuilder good(int index) {
    return request(index, index * 10_000L).tokens(4, 1000);
  }

  @Test
  void aRunOfRefusedRequestsHasNoSuccess() {
    Judged run = Judged.run(LOAD, 20, i -> good(i).failed(Outcome.REFUSED, null));
    assertThat(run.codes()).containsExactly("no_success");
    assertThat(run.voids("no_success")).isEqualTo(ALL);
    assertThat(run.verdict().state()).isEqualTo(State.INVALID);
  }

  @Test
  void aRunWithoutAnyRequestHasNoSuccess() {
    assertThat(Judged.run(LOAD, 0, OutcomeRulesTest::good).codes()).contains("no_success");
  }

  @Test
  void anEmptyAnswerIsNoToken() {
    Judged run = Judged.run(LOAD, 20, i -> good(i).failed(Outcome.EMPTY, 200));
    assertThat(run.codes()).containsExactly("no_tokens");
    assertThat(run.verdict().state()).isEqualTo(State.INVALID);
  }

  @Test
  void brokenStreamsAreFailuresNotSilence() {
    Judged run = Judged.run(LOAD, 20, i -> good(i).broken(Outcome.TRUNCATED));
    assertThat(run.codes()).contains("failures").doesNotContain("no_success", "no_tokens");
  }

  @ParameterizedTest
  @CsvSource({"0, VALID", "1, VALID", "2, SUSPECT", "10, SUSPECT", "11, INVALID"})
  void failuresOfAHundredDecideTheState(int failed, State state) {
    Judged run =
        Judged.run(LOAD, 100, i -> i < failed ? good(i).failed(Outcome.RESET, null) : good(i));
    assertThat(run.verdict().state()).isEqualTo(state);
  }

  @Test
  void someFailuresVoidOnlyLatencies() {
    Judged run = Judged.run(LOAD, 50, i -> i < 2 ? good(i).failed(Outcome.RESET, null) : good(i));
    assertThat(run.voids("failures")).containsExactly("ttft", "e2e", "itl", "tpot");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void moreThanOnePercentOfTimeoutsCensorTheLatencies(int timeouts, boolean found) {
    Judged run =
        Judged.run(
            LOAD, 200, i -> i < timeouts ? good(i).failed(Outcome.TOTAL_TIMEOUT, 200) : good(i));
    assertThat(run.codes().contains("censored")).isEqualTo(found);
  }

  @Test
  void aConnectTimeoutCensorsNothing() {
    Judged run =
        Judged.run(LOAD, 100, i -> i < 5 ? good(i).failed(Outcome.CONNECT_TIMEOUT, null) : good(i));
    assertThat(run.codes()).doesNotContain("censored");
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void moreThanOnePercentOfShortAnswersAreTold(int shortOnes, boolean found) {
    Judged run = Judged.run(LOAD, 200, i -> i < shortOnes ? good(i).shortOutput() : good(i));
    assertThat(run.codes().contains("short_outputs")).isEqualTo(found);
  }

  @Test
  void aStoppedRunIsInterrupted() {
    Judged run = Judged.run(Contexts.ended(LOAD, Ending.INTERRUPTED), 20, OutcomeRulesTest::good);
    assertThat(run.voids("interrupted")).isEqualTo(ALL);
  }

  @ParameterizedTest
  @CsvSource({"19, true", "20, false"})
  void fewerLinesThanRequestsAskedForAreAnInterruption(int lines, boolean found) {
    Judged run = Judged.run(Contexts.counted(20), lines, OutcomeRulesTest::good);
    assertThat(run.codes().contains("interrupted")).isEqualTo(found);
  }

  @Test
  void aSlotThatWasNeverSentIsALineToo() {
    Judged run = Judged.run(Contexts.counted(20), 20, i -> i < 3 ? good(i).notSent() : good(i));
    assertThat(run.codes()).doesNotContain("interrupted", "failures");
  }

  @Test
  void aMissingSummaryIsANote() {
    Judged run =
        Judged.run(Contexts.ended(LOAD, Ending.SUMMARY_MISSING), 20, OutcomeRulesTest::good);
    assertThat(run.codes()).contains("summary_missing");
    assertThat(run.verdict().state()).isEqualTo(State.VALID);
  }

  @Test
  void aWholeRunIsNeitherInterruptedNorWithoutSummary() {
    assertThat(Judged.run(LOAD, 20, OutcomeRulesTest::good).codes())
        .doesNotContain("interrupted", "summary_missing", "no_request_data");
  }

  @Test
  void totalsAloneAreNoRequestData() {
    RunAccumulator run = new RunAccumulator();
    run.addUnrecordedFailures(1000);
    Judged judged = new Judged(run.finish(Contexts.of(LOAD)).verdict());
    assertThat(judged.codes()).containsExactly("no_success", "no_request_data");
    assertThat(judged.voids("no_request_data")).isEmpty();
  }
}
