package dev.sweepline.runner.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Kind;
import dev.sweepline.contract.SelfTest.Extent;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.runner.selftest.Ladder.Rung;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgrammeTest {
  @ParameterizedTest
  @EnumSource(Extent.class)
  void everyQuantityIsRaisedStepByStep(Extent extent) {
    Programme programme = Programme.of(extent);
    assertThat(programme.ladders()).extracting(Ladder::quantity).containsExactly(Quantity.values());
    assertThat(programme.ladders())
        .allSatisfy(
            ladder ->
                assertThat(ladder.rungs())
                    .extracting(Rung::asked)
                    .isSorted()
                    .doesNotHaveDuplicates());
  }

  /** The lateness that is told of a host is that of the first load of all. */
  @ParameterizedTest
  @EnumSource(Extent.class)
  void theFirstLoadHasASchedule(Extent extent) {
    assertThat(Programme.of(extent).ladders().get(0).rungs().get(0).load().kind())
        .isEqualTo(Kind.OPEN);
  }

  @ParameterizedTest
  @EnumSource(Extent.class)
  void theSlotsOfAStepMakeTheEventsThatAreAsked(Extent extent) {
    Ladder events = Programme.of(extent).ladders().get(1);
    double eventsOfASlot = 1000 / events.itlMs();
    for (Rung rung : events.rungs()) {
      int slots = Objects.requireNonNull(rung.load().concurrency());
      assertThat(slots * eventsOfASlot).isEqualTo(rung.asked());
    }
  }
}
