package dev.sweepline.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final int REQUESTS = 10_000;

  /** Five standard deviations of a share of a tenth. */
  private static final long SPREAD = 150;

  @Test
  void nobodyIsStruckUnlessAsked() {
    assertThat(treatments(7, Map.of())).containsOnly(Treatment.GOOD);
  }

  @Test
  void everybodyIsStruckAtRateOne() {
    assertThat(treatments(7, Map.of("stall", 1.0)))
        .extracting(Treatment::faults)
        .containsOnly(List.of("stall"));
  }

  @Test
  void endingsHaveTheirSharesOfAllRequests() {
    List<Treatment> treatments = treatments(7, Map.of("error_500", 0.1, "empty", 0.1));

    assertThat(struck(treatments, "error_500")).isBetween(1000 - SPREAD, 1000 + SPREAD);
    assertThat(struck(treatments, "empty")).isBetween(1000 - SPREAD, 1000 + SPREAD);
  }

  @Test
  void aRequestHasOneEndingAtMost() {
    assertThat(treatments(7, Map.of("error_500", 0.5, "empty", 0.5)))
        .allMatch(treatment -> treatment.faults().size() == 1);
  }

  @Test
  void formsCombineWithEachOtherAndWithAnEnding() {
    assertThat(treatments(7, Map.of("crlf", 1.0, "reset_stream", 1.0, "gzip", 1.0)))
        .extracting(Treatment::faults)
        .containsOnly(List.of("reset_stream", "crlf", "gzip"));
  }

  @Test
  void formsAreDrawnApart() {
    List<Treatment> treatments = treatments(7, Map.of("crlf", 0.3, "gzip", 0.3));
    long both = treatments.stream().filter(treatment -> treatment.faults().size() == 2).count();

    assertThat(both).isBetween(900 - SPREAD, 900 + SPREAD);
  }

  @Test
  void theSameSeedStrikesTheSameRequests() {
    Map<String, Double> rates = Map.of("error_500", 0.1, "crlf", 0.1);

    assertThat(faults(7, rates)).isEqualTo(faults(7, rates)).isNotEqualTo(faults(8, rates));
  }

  @Test
  void aCrashComesBeforeAnyOtherEnding() {
    FaultPlan plan =
        new FaultPlan(7, Map.of("error_500", 1.0), Severity.DEFAULT, OptionalLong.of(3));

    assertThat(plan.at(1).outcome()).isEqualTo("http_error");
    assertThat(plan.at(2).outcome()).isEqualTo("crashed");
  }

  @Test
  void everyFaultHasANameOfItsOwn() {
    assertThat(FaultCatalogue.names())
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("[a-z0-9_]+"));
  }

  private static List<Treatment> treatments(long seed, Map<String, Double> rates) {
    FaultPlan plan = new FaultPlan(seed, rates, Severity.DEFAULT, OptionalLong.empty());
    return LongStream.range(0, REQUESTS).mapToObj(plan::at).toList();
  }

  private static List<List<String>> faults(long seed, Map<String, Double> rates) {
    return treatments(seed, rates).stream().map(Treatment::faults).toList();
  }

  private static long struck(List<Treatment> treatments, String fault) {
    return treatments.stream().filter(t -> t.faults().contains(fault)).count();
  }
}
