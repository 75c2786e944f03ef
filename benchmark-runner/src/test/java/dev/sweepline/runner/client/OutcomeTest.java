package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.runner.stub.Misbehaviours;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each misbehaviour of a server against the outcome that its name begins with. */
@Timeout(60)
final class OutcomeTest {
  /** All at once, so that each misbehaviour happens beside all others. */
  private static Map<String, RequestRecord> playAll(Endpoint endpoint) throws IOException {
    Map<String, CompletableFuture<RequestRecord>> sent = new TreeMap<>();
    try (StubServer server =
            new StubServer(
                conversation -> Misbehaviours.of(conversation.prompt()).answer(conversation));
        LoadClient client = Calls.client(server.url(), Calls.load(endpoint))) {
      int index = 0;
      for (String name : Misbehaviours.names()) {
        sent.put(name, Calls.send(client, Calls.request(index++, name, endpoint)));
      }
      Map<String, RequestRecord> records = new TreeMap<>();
      sent.forEach((name, record) -> records.put(name, record.join()));
      return records;
    }
  }

  /** The longest outcome that the name starts with. */
  private static @Nullable Outcome expected(String name) {
    Outcome expected = null;
    for (Outcome outcome : Outcome.values()) {
      String text = outcome.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(text) && (expected == null || text.length() > expected.name().length())) {
        expected = outcome;
      }
    }
    return expected;
  }

  @ParameterizedTest
  @EnumSource
  void eachMisbehaviourHasItsOutcome(Endpoint endpoint) throws IOException {
    Map<String, Outcome> expected = new TreeMap<>();
    Map<String, Outcome> seen = new TreeMap<>();
    playAll(endpoint)
        .forEach(
            (name, record) -> {
              expected.put(name, expected(name));
              seen.put(name, record.outcome());
            });
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void onlySuccessesCountByUsageAndHaveNoError() throws IOException {
    playAll(Endpoint.COMPLETIONS)
        .forEach(
            (name, record) -> {
              if (record.outcome().isSuccess()) {
                assertThat(record.error()).as(name).isNull();
              } else {
                assertThat(record.error())
                    .as(name)
                    .isNotBlank()
                    .doesNotContain(Calls.KEY, "10.1.2.3");
                assertThat(record.tokenSource()).as(name).isNotEqualTo(TokenSource.USAGE);
              }
            });
  }
}
