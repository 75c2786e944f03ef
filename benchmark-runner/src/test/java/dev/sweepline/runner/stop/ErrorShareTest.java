package dev.sweepline.runner.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ErrorShareTest {
  private static long stops(ErrorShare share, int requests, Outcome outcome) {
    return IntStream.range(0, requests).filter(i -> share.add(outcome).isPresent()).count();
  }

  @Test
  void fewerThanTwentyRequestsTellNothing() {
    assertThat(stops(new ErrorShare(0), 19, Outcome.RESET)).isZero();
    assertThat(stops(new ErrorShare(0), 20, Outcome.RESET)).isOne();
  }

  @Test
  void aShareThatIsNotExceededIsLeftAlone() {
    ErrorShare share = new ErrorShare(0.5);
    assertThat(stops(share, 50, Outcome.OK)).isZero();
    assertThat(stops(share, 50, Outcome.HTTP_ERROR)).isZero();
  }

  @Test
  void onlyTheLastHundredCount() {
    ErrorShare share = new ErrorShare(0.5);
    assertThat(stops(share, 10_000, Outcome.OK)).isZero();
    assertThat(stops(share, 50, Outcome.RESET)).isZero();
    assertThat(share.add(Outcome.RESET)).contains("51 of its last 100 requests failed");
  }

  @Test
  void whatTheRunItselfCancelledIsNoFailure() {
    ErrorShare share = new ErrorShare(0);
    assertThat(stops(share, 100, Outcome.CANCELLED)).isZero();
    assertThat(stops(share, 100, Outcome.NOT_SENT)).isZero();
  }
}
