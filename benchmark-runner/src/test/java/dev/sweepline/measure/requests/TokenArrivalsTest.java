package dev.sweepline.measure.requests;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.measure.RequestBuilder;
import org.junit.jupiter.api.Test;

class TokenArrivalsTest {
  private static final Window SECOND = new Window(0, 1_000_000);

  private static double perSecond(Window window, RequestRecord... requests) {
    TokenArrivals arrivals = new TokenArrivals();
    for (RequestRecord request : requests) {
      arrivals.add(request);
    }
    return arrivals.perSecond(window);
  }

  /** Events at 1, 101, 201 and 301 ms. */
  private static RequestBuilder fourEvents() {
    return request(0, 0).tokens(4, 100_000);
  }

  @Test
  void everyEventOfATokenCountsWhereItArrives() {
    assertThat(perSecond(new Window(0, 250_000), fourEvents().build())).isEqualTo(3 / 0.25);
  }

  @Test
  void theEdgesAreFlooredToMilliseconds() {
    assertThat(perSecond(new Window(1_900, 301_900), fourEvents().build())).isEqualTo(3 / 0.3);
  }

  @Test
  void tokensToldWithTheGapsCountWhereTheyAre() {
    RequestRecord request = fourEvents().gapTokens(5, 1, 1).outputTokens(10).build();
    assertThat(perSecond(new Window(0, 100_000), request)).isEqualTo(3 / 0.1);
    assertThat(perSecond(new Window(0, 200_000), request)).isEqualTo(8 / 0.2);
  }

  @Test
  void tokensToldInTotalAreSpreadOverTheEvents() {
    RequestRecord request = fourEvents().outputTokens(10).build();
    assertThat(perSecond(new Window(0, 100_000), request)).isEqualTo(2 / 0.1);
    assertThat(perSecond(SECOND, request)).isEqualTo(10);
  }

  @Test
  void aFailedRequestCountsItsEvents() {
    assertThat(perSecond(SECOND, fourEvents().broken(Outcome.RESET).build())).isEqualTo(4);
  }

  @Test
  void everyPhaseCounts() {
    assertThat(perSecond(SECOND, fourEvents().phase(Phase.DRAIN).build())).isEqualTo(4);
  }

  @Test
  void eventsOfUnknownTimesMakeTheRateUnknown() {
    RequestRecord untimed = request(1, 0).events(4).outputTokens(4).build();
    assertThat(perSecond(SECOND, fourEvents().build(), untimed)).isNaN();
  }

  @Test
  void anEmptyWindowHasNoRate() {
    assertThat(perSecond(new Window(1_000, 1_900), fourEvents().build())).isNaN();
  }
}
