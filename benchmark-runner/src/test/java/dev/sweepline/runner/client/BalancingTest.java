package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Balancing;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BalancingTest {
  private StubServer good;
  private StubServer stalled;

  @BeforeEach
  void start() throws IOException {
    good = new StubServer(conversation -> conversation.good(4));
    stalled = new StubServer(Conversation::stall);
  }

  @AfterEach
  void stop() throws IOException {
    good.close();
    stalled.close();
  }

  private LoadClient client(Balancing balancing) {
    Load load =
        Calls.load(Endpoint.COMPLETIONS).toBuilder()
            .endpoints(2)
            .balancing(balancing)
            .firstTokenTimeoutS(null)
            .idleTimeoutS(null)
            .totalTimeoutS(null)
            .build();
    return Calls.client(List.of(good.url(), stalled.url()), Access.open(), load);
  }

  private static CompletableFuture<RequestRecord> send(LoadClient client, int index) {
    return Calls.send(client, Calls.request(index, "ok", Endpoint.COMPLETIONS));
  }

  /** Those with the good server end by themselves, the others by the stop. */
  @Test
  void aStalledServerNeverStallsTheOther() {
    try (LoadClient client = client(Balancing.ROUND_ROBIN)) {
      List<CompletableFuture<RequestRecord>> sent =
          IntStream.range(0, 20).mapToObj(i -> send(client, i)).toList();
      for (int i = 0; i < sent.size(); i += 2) {
        assertThat(sent.get(i).join().outcome()).isEqualTo(Outcome.OK);
        assertThat(sent.get(i).join().endpoint()).isEqualTo(good.url());
      }
      client.cancelAll();
      for (int i = 1; i < sent.size(); i += 2) {
        assertThat(sent.get(i).join().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(sent.get(i).join().endpoint()).isEqualTo(stalled.url());
      }
    }
  }

  @Test
  void theServerWithFewerRequestsIsPreferred() {
    try (LoadClient client = client(Balancing.LEAST_IN_FLIGHT)) {
      send(client, 0).join();
      CompletableFuture<RequestRecord> stuck = send(client, 1);
      List<String> others =
          IntStream.range(2, 10).mapToObj(i -> send(client, i).join().endpoint()).toList();
      client.cancelAll();

      assertThat(others).hasSize(8).containsOnly(good.url());
      assertThat(stuck.join().endpoint()).isEqualTo(stalled.url());
    }
  }

  @Test
  void aRequestThatNeverLeftHasTheServerOfItsTurn() {
    try (LoadClient client = client(Balancing.ROUND_ROBIN)) {
      assertThat(
              IntStream.range(0, 3)
                  .mapToObj(i -> client.notSent(Calls.request(i, "x", Endpoint.COMPLETIONS)))
                  .map(RequestRecord::endpoint))
          .containsExactly(good.url(), stalled.url(), good.url());
    }
  }
}
