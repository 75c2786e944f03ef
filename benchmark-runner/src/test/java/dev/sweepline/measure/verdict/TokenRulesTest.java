package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What usage says against what the events show. */
class TokenRulesTest {
  private static final Load LOAD = Contexts.closed(1);

  private static RequestBuilder stream(int index, int events) {
    return request(index, index * 1_000_000L).tokens(events, 1000);
  }

  private static int[] each(int gaps, int tokens) {
    int[] all = new int[gaps];
    Arrays.fill(all, tokens);
    return all;
  }

  @Test
  void reasoningThatIsSentButNotCountedIsADisagreement() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 40).outputTokens(10));

    assertThat(run.voids("token_counts_disagree")).containsExactly("tpot", "throughput");
    assertThat(run.reason("token_counts_disagree").orElseThrow().evidence())
        .containsOnly(Map.entry("requests", 20.0), Map.entry("share", 1.0));
    assertThat(run.verdict().state()).isEqualTo(State.SUSPECT);
  }

  @Test
  void aTotalBelowTheRunningCountsIsADisagreement() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 10).gapTokens(each(9, 4)).outputTokens(20));
    assertThat(run.codes()).contains("token_counts_disagree");
  }

  @Test
  void severalTokensAnEventAreNoDisagreement() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 10).outputTokens(37));
    assertThat(run.codes()).doesNotContain("token_counts_disagree", "first_tokens_unseen");
  }

  @Test
  void speculativeDecodingWithRunningCountsIsNoDisagreement() {
    Judged run =
        Judged.run(
            LOAD, 20, i -> stream(i, 10).gapTokens(4, 1, 5, 2, 4, 4, 1, 3, 4).outputTokens(29));
    assertThat(run.codes()).doesNotContain("token_counts_disagree", "first_tokens_unseen");
  }

  @Test
  void marksThatAParserSwallowsAreNoDisagreement() {
    Judged run =
        Judged.run(LOAD, 20, i -> stream(i, 30).gapTokens(each(29, 1)).outputTokens(29 + 1 + 4));
    assertThat(run.codes()).doesNotContain("token_counts_disagree", "first_tokens_unseen");
  }

  @Test
  void reasoningThatIsCountedButNotSentIsNoDisagreement() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 85).outputTokens(286));
    assertThat(run.codes()).doesNotContain("token_counts_disagree", "first_tokens_unseen");
  }

  @ParameterizedTest
  @CsvSource({"8, false", "7, true", "48, false", "46, true"})
  void aTokenInTwoEventsIsNoDisagreement(int tokens, boolean found) {
    // Of 10 events two may be halves, of 50 as well: 5 % are 2.5.
    int events = tokens < 20 ? 10 : 50;
    Judged run = Judged.run(LOAD, 20, i -> stream(i, events).outputTokens(tokens));
    assertThat(run.codes().contains("token_counts_disagree")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"2, false", "3, true"})
  void oneInAHundredMayDisagree(int odd, boolean found) {
    Judged run =
        Judged.run(LOAD, 200, i -> i < odd ? stream(i, 40).outputTokens(10) : stream(i, 40));
    assertThat(run.codes().contains("token_counts_disagree")).isEqualTo(found);
  }

  @Test
  void countsByEventsHaveNothingToDisagreeWith() {
    Judged run =
        Judged.run(LOAD, 20, i -> stream(i, 40).outputTokens(10).tokenSource(TokenSource.EVENTS));
    assertThat(run.codes())
        .contains("token_count_by_events")
        .doesNotContain("token_counts_disagree");
  }

  @Test
  void tokensThatRunningCountsShowBeforeTheFirstEventAreUnseen() {
    Judged run =
        Judged.run(LOAD, 20, i -> stream(i, 40).gapTokens(each(39, 1)).outputTokens(39 + 200));
    assertThat(run.voids("first_tokens_unseen")).containsExactly("ttft", "tpot");
    assertThat(run.codes()).doesNotContain("token_counts_disagree");
  }

  @Test
  void aStreamOfOneEventIsNoStream() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 1).outputTokens(100));
    assertThat(run.voids("first_tokens_unseen")).containsExactly("ttft", "tpot");
  }

  @Test
  void aShortAnswerInOneEventIsOrdinary() {
    Judged run = Judged.run(LOAD, 20, i -> stream(i, 1).outputTokens(8));
    assertThat(run.codes()).doesNotContain("first_tokens_unseen");
  }

  @Test
  void answersThatAreNotStreamedHaveNoEventsToCompareWith() {
    Judged run = Judged.run(LOAD, 500, i -> request(i, i * 1_000_000L).whole(100, 50_000));
    assertThat(run.codes()).isEmpty();
    assertThat(run.verdict().state()).isEqualTo(State.VALID);
  }
}
