package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class WarmupRuleTest {
  private static final Load LOAD = Contexts.open(10);
  private static final int REQUESTS = 1000;

  /** One each 100 ms, with a first token after some time and a bit of noise. */
  private static RequestBuilder answered(int index, IntToLongFunction ttftUs) {
    long due = index * 100_000L;
    return request(index, due)
        .firstToken(due + ttftUs.applyAsLong(index) + index * 7919L % 4_000)
        .tokens(20, 2_000);
  }

  private static Judged run(IntToLongFunction ttftUs) {
    return Judged.run(LOAD, REQUESTS, i -> answered(i, ttftUs));
  }

  @Test
  void aFirstTenthThatIsSlowIsNoted() {
    Judged run = run(i -> i < 100 ? 60_000 : 40_000);
    assertThat(run.reason("warmup_unfinished").orElseThrow().evidence())
        .containsKeys("service_ttft_first_block_ms", "service_ttft_others_ms");
  }

  @Test
  void itIsOnlyANote() {
    Judged run = run(i -> i < 100 ? 60_000 : 40_000);
    assertThat(run.verdict().state()).isEqualTo(State.VALID);
    assertThat(run.voids("warmup_unfinished")).isEmpty();
  }

  @Test
  void aFirstTenthThatIsAShadeSlowerIsNot() {
    assertThat(run(i -> i < 100 ? 43_000 : 40_000).codes()).doesNotContain("warmup_unfinished");
  }

  @Test
  void aSlowLastTenthIsNot() {
    assertThat(run(i -> i >= 900 ? 60_000 : 40_000).codes()).doesNotContain("warmup_unfinished");
  }

  @Test
  void blocksThatSwingAnywayAreNot() {
    assertThat(run(i -> i / 100 % 2 == 0 ? 60_000 : 40_000).codes())
        .doesNotContain("warmup_unfinished");
  }

  @Test
  void aColdStartUnderWarmUpIsNot() {
    Judged run =
        Judged.run(
            LOAD,
            REQUESTS,
            i ->
                answered(i, index -> index < 100 ? 60_000 : 40_000)
                    .phase(i < 100 ? Phase.WARMUP : Phase.MEASURE));
    assertThat(run.codes()).doesNotContain("warmup_unfinished");
  }

  @Test
  void fewerThanFiftyRequestsAreTooFewToTell() {
    Judged run = Judged.run(LOAD, 49, i -> answered(i, index -> index < 5 ? 60_000 : 40_000));
    assertThat(run.codes()).doesNotContain("warmup_unfinished");
  }
}
