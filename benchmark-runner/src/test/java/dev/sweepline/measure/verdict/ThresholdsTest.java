package dev.sweepline.measure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final String SUSPECT_BELOW = "failures.suspect_below";

  @Test
  void aThresholdThatIsSetDecides() {
    assertThat(stateOfFourInHundredFailed(Thresholds.STANDARD)).isEqualTo(State.SUSPECT);
    assertThat(stateOfFourInHundredFailed(set(SUSPECT_BELOW, 0.95))).isEqualTo(State.VALID);
  }

  @Test
  void everyRuleNamesItsThresholdsByItsCode() {
    assertThat(Thresholds.standards().keySet())
        .isNotEmpty()
        .allMatch(name -> Verdicts.guide(name.substring(0, name.indexOf('.'))).isPresent());
  }

  @Test
  void aNameThatNoRuleHasIsRefused() {
    assertThatThrownBy(() -> set("failures.suspect_bellow", 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("failures.suspect_bellow");
  }

  @Test
  void aNegativeNumberIsRefused() {
    assertThatThrownBy(() -> set(SUSPECT_BELOW, -0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be a number from 0 on");
  }

  private static Thresholds set(String name, double value) {
    return new Thresholds(new TreeMap<>(Map.of(name, value)));
  }

  private static State stateOfFourInHundredFailed(Thresholds thresholds) {
    RunContext standard = Contexts.of(Contexts.closed(1));
    RunContext context =
        new RunContext(
            standard.load(),
            standard.measuredFrom(),
            standard.ending(),
            standard.told(),
            standard.server(),
            standard.client(),
            new Yardstick(Slo.DEFAULT, thresholds));
    return Judged.run(context, 100, ThresholdsTest::fourFail).verdict().state();
  }

  private static RequestBuilder fourFail(int index) {
    RequestBuilder request = RequestBuilder.request(index, index * 10_000L).tokens(4, 1000);
    return index % 25 == 0 ? request.failed(Outcome.RESET, null) : request;
  }
}
