package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import org.junit.jupiter.api.Test;

/** 500 requests at 100/s, of 5 events and 8.5 ms each: 500 events/s, one open stream. */
class NearClientCeilingTest {
  private static final Load LOAD = Contexts.open(100);

  private static RequestBuilder answered(int index) {
    return request(index, index * 10_000L).firstToken(index * 10_000L + 6_500).tokens(5, 500);
  }

  private static Judged judged(double requestsPerS, double eventsPerS, int openStreams) {
    Clients client = Clients.idle().ceiling(requestsPerS, eventsPerS, openStreams);
    return Judged.run(Contexts.of(LOAD, client.facts()), 500, NearClientCeilingTest::answered);
  }

  @Test
  void aRunAboveHalfOfTheRequestsIsMarked() {
    Judged run = judged(199, 100_000, 1_000);
    assertThat(run.reason("near_client_ceiling").orElseThrow().evidence())
        .containsOnlyKeys("requests_per_s", "requests_per_s_ceiling");
  }

  @Test
  void aRunAboveHalfOfTheEventsIsMarked() {
    Judged run = judged(10_000, 999, 1_000);
    assertThat(run.reason("near_client_ceiling").orElseThrow().evidence())
        .containsOnlyKeys("events_per_s", "events_per_s_ceiling");
  }

  @Test
  void aRunAboveHalfOfTheStreamsIsMarked() {
    Judged run = judged(10_000, 100_000, 1);
    assertThat(run.reason("near_client_ceiling").orElseThrow().evidence())
        .containsEntry("open_streams", 1.0)
        .containsEntry("open_streams_ceiling", 1.0);
  }

  @Test
  void theMarkVoidsNothing() {
    Judged run = judged(100, 500, 1);
    assertThat(run.voids("near_client_ceiling")).isEmpty();
    assertThat(run.verdict().state()).isEqualTo(State.VALID);
  }

  @Test
  void aRunBelowHalfIsNot() {
    assertThat(judged(210, 1_050, 2).codes()).doesNotContain("near_client_ceiling");
  }

  @Test
  void withoutASelfTestThereIsNoCeiling() {
    Judged run =
        Judged.run(Contexts.of(LOAD, Clients.idle().facts()), 500, NearClientCeilingTest::answered);
    assertThat(run.codes()).doesNotContain("near_client_ceiling");
  }
}
