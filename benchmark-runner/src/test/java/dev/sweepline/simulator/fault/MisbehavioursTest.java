package dev.sweepline.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MisbehavioursTest {
  private static final int REQUESTS = 10_000;

  @Test
  void nobodyIsStruckUnlessAsked() {
    assertThat(outcomes(Misbehaviours.of(1, 0, 0, OptionalLong.empty()))).containsOnly("ok");
  }

  @Test
  void everybodyIsStruckAtRateOne() {
    assertThat(outcomes(Misbehaviours.of(1, 1, 1, OptionalLong.empty())))
        .containsOnly("http_error");
  }

  @Test
  void theShareIsTheRateWithinFiveStandardDeviations() {
    long failed =
        outcomes(Misbehaviours.of(1, 0.02, 0, OptionalLong.empty())).stream()
            .filter("http_error"::equals)
            .count();

    assertThat(failed).isBetween(200 - 70L, 200 + 70L);
  }

  @Test
  void theSameSeedStrikesTheSameRequests() {
    assertThat(outcomes(Misbehaviours.of(7, 0.1, 0.1, OptionalLong.empty())))
        .isEqualTo(outcomes(Misbehaviours.of(7, 0.1, 0.1, OptionalLong.empty())));
  }

  @Test
  void anotherSeedStrikesOthers() {
    assertThat(outcomes(Misbehaviours.of(7, 0.1, 0.1, OptionalLong.empty())))
        .isNotEqualTo(outcomes(Misbehaviours.of(8, 0.1, 0.1, OptionalLong.empty())));
  }

  @Test
  void failedAndEmptyAreDrawnApart() {
    List<String> outcomes = outcomes(Misbehaviours.of(7, 0.1, 0.1, OptionalLong.empty()));

    // 0.9 × 0.1 of 10,000, five standard deviations around it.
    assertThat(outcomes.stream().filter("empty"::equals).count()).isBetween(757L, 1043L);
  }

  @Test
  void aCrashComesInTheMiddleOfTheNthAnswerOnly() {
    Misbehaviours misbehaviours = Misbehaviours.of(7, 1, 0, OptionalLong.of(3));

    assertThat(misbehaviours.at(1).crashesBefore(8, 10)).isFalse();
    assertThat(misbehaviours.at(2).crashesBefore(5, 10)).isFalse();
    assertThat(misbehaviours.at(2).crashesBefore(6, 10)).isTrue();
  }

  private static List<String> outcomes(Misbehaviours misbehaviours) {
    return LongStream.range(0, REQUESTS)
        .mapToObj(arrival -> misbehaviours.at(arrival).outcome())
        .toList();
  }
}
