package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignRulesTest {
  private static Judged telling(Claim claim) {
    Told told = new Told(1.0, List.of(claim));
    return Judged.run(
        Contexts.foreign(Contexts.closed(1), told, ClientFacts.UNKNOWN),
        100,
        i -> request(i, i * 10_000L).tokens(4, 1000));
  }

  @Test
  void aTokenCountThatItsRecordsDoNotGiveVoidsThroughput() {
    Judged run = telling(new Claim("tokens", 420, 400, List.of(Family.THROUGHPUT)));
    assertThat(run.voids("contradiction")).containsExactly("throughput");
    assertThat(run.reason("contradiction").orElseThrow().evidence())
        .containsEntry("tokens_told", 420.0)
        .containsEntry("tokens_recounted", 400.0);
  }

  @Test
  void oneThatIsRoundedIsNoContradiction() {
    Judged run = telling(new Claim("ttft_mean", 1.01, 1.0049, List.of(Family.TTFT)));
    assertThat(run.codes()).doesNotContain("contradiction");
  }

  @Test
  void oneThatIsNotToldIsNoContradiction() {
    Judged run = telling(new Claim("ttft_mean", Double.NaN, 1.0, List.of(Family.TTFT)));
    assertThat(run.codes()).doesNotContain("contradiction");
  }

  @Test
  void recordsThatAreMissingMakeTheRunInvalid() {
    Judged run = telling(new Claim("num_requests", 1000, 100, Family.ALL));
    assertThat(run.verdict().state()).isEqualTo(State.INVALID);
  }
}
