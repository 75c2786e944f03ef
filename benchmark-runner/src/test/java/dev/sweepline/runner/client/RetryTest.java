package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RetryTest {
  private static final String REFUSAL =
      "HTTP/1.1 429 Too Many\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n";

  /** Refuses so many requests, each with a wait in seconds. */
  private static StubServer.Script refusing(int times, String retryAfter) {
    AtomicInteger left = new AtomicInteger(times);
    return conversation -> {
      if (left.getAndDecrement() > 0) {
        conversation.raw(REFUSAL.formatted(retryAfter));
      } else {
        conversation.good(4);
      }
    };
  }

  private static Load load(@Nullable Integer maxRetries) {
    return Calls.load(Endpoint.COMPLETIONS).toBuilder()
        .maxRetries(maxRetries)
        .firstTokenTimeoutS(60.0)
        .idleTimeoutS(60.0)
        .totalTimeoutS(60.0)
        .build();
  }

  private static RequestRecord ask(StubServer.Script script, @Nullable Integer maxRetries)
      throws IOException {
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), load(maxRetries))) {
      return Calls.send(client, Calls.request(0, "ok", Endpoint.COMPLETIONS)).join();
    }
  }

  @Test
  void withoutRetriesARefusalIsFinal() throws IOException {
    RequestRecord record = ask(refusing(1, "0"), null);

    assertThat(record.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(record.retries()).isZero();
  }

  @Test
  void aRetryIsRecordedAndGetsTheWholeAnswer() throws IOException {
    RequestRecord record = ask(refusing(2, "0"), 2);

    assertThat(record.outcome()).isEqualTo(Outcome.OK);
    assertThat(record.retries()).isEqualTo(2);
    assertThat(record.httpStatus()).isEqualTo(200);
    assertThat(record.events()).isEqualTo(4);
  }

  @Test
  void theLastRefusalEndsTheRequest() throws IOException {
    RequestRecord record = ask(refusing(9, "0"), 2);

    assertThat(record.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(record.retries()).isEqualTo(2);
  }

  @Test
  void aWaitBeyondTheTotalLimitIsNotBegun() throws IOException {
    RequestRecord record = ask(refusing(1, "3600"), 1);

    assertThat(record.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(record.error()).contains("total time limit");
  }

  @Test
  void theSameConnectionCarriesTheRetry() throws IOException {
    try (StubServer server = new StubServer(refusing(3, "0"));
        LoadClient client = Calls.client(server.url(), load(3))) {
      Calls.send(client, Calls.request(0, "ok", Endpoint.COMPLETIONS)).join();

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.seen())
          .hasSize(4)
          .allMatch(conversation -> conversation.header("x-request-id").equals("r-0"));
    }
  }

  @Test
  void aStopEndsTheWaitForARetry() throws Exception {
    CountDownLatch answered = new CountDownLatch(2);
    StubServer.Script script =
        conversation -> {
          conversation.raw(REFUSAL.formatted("30"));
          answered.countDown();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), load(1))) {
      CompletableFuture<RequestRecord> waiting =
          Calls.send(client, Calls.request(0, "x", Endpoint.COMPLETIONS));
      CompletableFuture<RequestRecord> other =
          Calls.send(client, Calls.request(1, "x", Endpoint.COMPLETIONS));
      answered.await();

      client.cancelAll();

      assertThat(waiting.join().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(other.join().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(client.inFlight()).isZero();
    }
  }
}
