package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Outcome;
import dev.sweepline.runner.client.Deadline.Stage;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
  private static final Timeouts ALL = new Timeouts(1, 100, 10, 1000);

  @Test
  void beforeTheFirstTokenItsLimitCounts() {
    assertThat(Deadline.next(ALL, 5, 5, Stage.BEFORE_FIRST_TOKEN).atNs()).isEqualTo(105);
  }

  @Test
  void inTheStreamEachEventMovesTheIdleLimit() {
    Deadline deadline = Deadline.next(ALL, 5, 50, Stage.STREAMING);
    assertThat(deadline.atNs()).isEqualTo(60);
    assertThat(deadline.outcome()).isEqualTo(Outcome.IDLE_TIMEOUT);
  }

  @Test
  void theTotalLimitCutsTheIdleLimitShort() {
    Deadline deadline = Deadline.next(ALL, 5, 1000, Stage.STREAMING);
    assertThat(deadline.atNs()).isEqualTo(1005);
    assertThat(deadline.outcome()).isEqualTo(Outcome.TOTAL_TIMEOUT);
  }

  @Test
  void eachAttemptHasItsOwnFirstTokenLimitWithinTheTotal() {
    assertThat(Deadline.next(ALL, 5, 300, Stage.BEFORE_FIRST_TOKEN).atNs()).isEqualTo(400);
  }

  @Test
  void betweenAttemptsTheTotalLimitCountsAlone() {
    assertThat(Deadline.next(ALL, 5, 5, Stage.BETWEEN_ATTEMPTS).atNs()).isEqualTo(1005);
  }

  @Test
  void withoutLimitsThereIsNoDeadline() {
    Timeouts none = new Timeouts(Timeouts.NONE, Timeouts.NONE, Timeouts.NONE, Timeouts.NONE);
    assertThat(Deadline.next(none, 5, 5, Stage.BEFORE_FIRST_TOKEN).atNs()).isEqualTo(Timeouts.NONE);
  }
}
