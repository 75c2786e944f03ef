package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that were not asked for as streams, over a real connection. */
@Timeout(60)
final class WholeAnswerTest {
  private static final Load LOAD = Playback.load(Endpoint.CHAT, AnswerForm.WHOLE);
  private static final String ANSWER =
      """
      {"object":"chat.completion","choices":[{"index":0,"finish_reason":"length",
      "message":{"role":"assistant","content":"%s"}}],
      "usage":{"prompt_tokens":7,"completion_tokens":4}}
      """;

  private static RequestRecord ask(StubServer.Script script, Load load) throws IOException {
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), load)) {
      return Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join();
    }
  }

  @Test
  void onlyItsEndIsTimed() throws IOException {
    RequestRecord record = ask(stub -> stub.json(200, ANSWER.formatted("yes")), LOAD);

    assertThat(record.outcome()).isEqualTo(Outcome.OK);
    assertThat(record.headersUs()).isNotNull();
    assertThat(record.firstEventUs()).isNull();
    assertThat(record.firstTokenUs()).isNull();
    assertThat(record.firstAnswerUs()).isNull();
    assertThat(record.lastTokenUs()).isBetween(record.headersUs(), record.endUs());
    assertThat(record.gapsUs()).isEqualTo(Ints.EMPTY);
    assertThat(record.gapTokens()).isNull();
    assertThat(record.outputTokens()).isEqualTo(4);
  }

  @Test
  void itMayBeLong() throws IOException {
    String text = "a longer answer ".repeat(200_000);
    RequestRecord record = ask(stub -> stub.json(200, ANSWER.formatted(text)), LOAD);
    assertThat(record.outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void fewerTokensThanAskedForAreShortUnderIgnoreEos() throws IOException {
    Load load = LOAD.toBuilder().ignoreEos(true).build();
    String three = ANSWER.replace("\"completion_tokens\":4", "\"completion_tokens\":3");
    RequestRecord record = ask(stub -> stub.json(200, three.formatted("yes")), load);
    assertThat(record.outcome()).isEqualTo(Outcome.OK_SHORT);
  }

  @Test
  void anAnswerThatIsCutOffIsTruncated() throws IOException {
    StubServer.Script script =
        stub -> {
          stub.raw(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{");
          stub.close();
        };
    assertThat(ask(script, LOAD).outcome()).isEqualTo(Outcome.TRUNCATED);
  }

  @Test
  void noLimitWaitsForTokensThatNobodySees() {
    Timeouts timeouts = Timeouts.of(Calls.load(Endpoint.CHAT).toBuilder().stream(false).build());
    assertThat(timeouts.firstTokenNs()).isEqualTo(Timeouts.NONE);
    assertThat(timeouts.idleNs()).isEqualTo(Timeouts.NONE);
    assertThat(timeouts.totalNs()).isEqualTo(1_000_000_000);
  }
}
