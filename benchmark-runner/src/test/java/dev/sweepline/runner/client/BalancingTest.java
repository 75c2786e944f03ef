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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        Calls.load(Endpoint.COMPLETIONS).toBuilder().endpoints(2).balancing(balancing).build();
    return Calls.client(List.of(good.url(), stalled.url()), Access.open(), load);
  }

  private static CompletableFuture<RequestRecord> send(LoadClient client, int index) {
    return Calls.send(client, Calls.request(index, "ok", Endpoint.COMPLETIONS));
  }

  private static Map<String, Long> perEndpoint(Stream<RequestRecord> records) {
    return records.collect(Collectors.groupingBy(RequestRecord::endpoint, Collectors.counting()));
  }

  @Test
  void inTurnEachServerGetsAsMany() {
    try (LoadClient client = client(Balancing.ROUND_ROBIN)) {
      List<CompletableFuture<RequestRecord>> sent =
          IntStream.range(0, 10).mapToObj(i -> send(client, i)).toList();

      assertThat(perEndpoint(sent.stream().map(CompletableFuture::join)))
          .isEqualTo(Map.of(good.url(), 5L, stalled.url(), 5L));
      assertThat(stalled.seen()).hasSize(5);
    }
  }

  @Test
  void theServerWithFewerRequestsIsPreferred() {
    try (LoadClient client = client(Balancing.LEAST_IN_FLIGHT)) {
      send(client, 0).join();
      CompletableFuture<RequestRecord> stuck = send(client, 1);
      List<String> others =
          IntStream.range(2, 10).mapToObj(i -> send(client, i).join().endpoint()).toList();

      assertThat(others).hasSize(8).containsOnly(good.url());
      assertThat(stuck.join().endpoint()).isEqualTo(stalled.url());
    }
  }

  @Test
  void aStalledServerNeverStallsTheOther() {
    try (LoadClient client = client(Balancing.ROUND_ROBIN)) {
      List<CompletableFuture<RequestRecord>> sent =
          IntStream.range(0, 20).mapToObj(i -> send(client, i)).toList();

      Map<Outcome, Long> outcomes =
          sent.stream()
              .map(CompletableFuture::join)
              .collect(Collectors.groupingBy(RequestRecord::outcome, Collectors.counting()));
      assertThat(outcomes).isEqualTo(Map.of(Outcome.OK, 10L, Outcome.FIRST_TOKEN_TIMEOUT, 10L));
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
