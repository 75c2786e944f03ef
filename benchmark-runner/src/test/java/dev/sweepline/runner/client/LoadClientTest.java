package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.runner.dataset.BodyEncoder;
import dev.sweepline.runner.dataset.DatasetReader;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LoadClientTest {
  @TempDir private Path folder;

  @Test
  void aGoodStreamIsRecordedInFull() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(4));
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      RequestRecord record =
          Calls.send(client, Calls.request(0, "ok", Endpoint.COMPLETIONS)).join();

      assertThat(record.outputTokens()).isEqualTo(4);
      assertThat(record.tokenSource()).isEqualTo(TokenSource.USAGE);
      assertThat(record.promptTokens()).isEqualTo(7);
      assertThat(record.events()).isEqualTo(4);
      assertThat(record.gapsUs().size()).isEqualTo(3);
      assertThat(record.lastTokenUs())
          .isEqualTo(Objects.requireNonNull(record.firstTokenUs()) + record.gapsUs().sum());
      assertThat(record.finishReason()).isEqualTo("length");
      assertThat(record.httpStatus()).isEqualTo(200);
      assertThat(record.gapTokens()).isNull();
      assertThat(server.seen().element().header("authorization")).isEqualTo("Bearer " + Calls.KEY);
    }
  }

  @Test
  void aRunningCountOfTokensGivesTheTokensOfEachGap() throws IOException {
    StubServer.Script script =
        conversation -> {
          conversation.startStream();
          for (int count : new int[] {1, 3, 4}) {
            conversation.data(
                "{\"choices\":[{\"text\":\"a\"}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":%d}}"
                    .formatted(count));
          }
          conversation.finish("length");
          conversation.done();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      RequestRecord record =
          Calls.send(client, Calls.request(0, "ok", Endpoint.COMPLETIONS)).join();

      assertThat(record.outcome()).isEqualTo(Outcome.OK);
      assertThat(record.gapTokens()).isEqualTo(Ints.of(2, 1));
    }
  }

  @Test
  void withoutUsageTokensAreCountedByEvents() throws IOException {
    StubServer.Script script =
        conversation -> {
          conversation.startStream();
          conversation.token("a");
          conversation.token("b");
          conversation.finish("stop");
          conversation.done();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.CHAT))) {
      RequestRecord record = Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join();

      assertThat(record.outputTokens()).isEqualTo(2);
      assertThat(record.tokenSource()).isEqualTo(TokenSource.EVENTS);
    }
  }

  @Test
  void reasoningIsATokenBeforeTheAnswer() throws IOException {
    StubServer.Script script =
        conversation -> {
          conversation.startStream();
          conversation.data("{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}");
          conversation.data("{\"choices\":[{\"delta\":{\"content\":\"yes\"}}]}");
          conversation.finish("stop");
          conversation.done();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.CHAT))) {
      RequestRecord record = Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join();

      assertThat(record.events()).isEqualTo(2);
      assertThat(record.firstAnswerUs()).isEqualTo(record.lastTokenUs());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPrefixComesBeforeTheFirstWordsOfTheUser(Endpoint endpoint) throws IOException {
    String line =
        endpoint == Endpoint.CHAT
            ? "{\"messages\":[{\"role\":\"system\",\"content\":\"Ö\"},"
                + "{\"role\":\"user\",\"content\":\"\\\"é\"},{\"role\":\"user\",\"content\":\"b\"}]}"
            : "{\"prompt\":\"\\\"é\"}";
    Path file = Files.writeString(folder.resolve("prompts.jsonl"), line + "\n");
    Load load = Calls.load(endpoint);
    Payload payload =
        new BodyEncoder("Modèle", load, 0).encode(DatasetReader.read(file.toString())).get(0);
    try (StubServer server = new StubServer(conversation -> conversation.good(4));
        LoadClient client = Calls.client(server.url(), load)) {
      RequestRecord record =
          Calls.send(client, new LoadRequest("r", 0, Phase.MEASURE, payload, 0, 0L, "n-7 ")).join();

      JsonNode body = server.seen().element().body();
      assertThat(record.outcome()).isEqualTo(Outcome.OK);
      assertThat(
              endpoint == Endpoint.CHAT
                  ? body.path("messages").findValuesAsText("content")
                  : List.of(body.path("prompt").textValue()))
          .isEqualTo(endpoint == Endpoint.CHAT ? List.of("Ö", "n-7 \"é", "b") : List.of("n-7 \"é"));
    }
  }

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(4));
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      for (int i = 0; i < 20; i++) {
        Calls.send(client, Calls.request(i, "ok", Endpoint.COMPLETIONS)).join();
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionThatIsToBeClosedIsNotUsedAgain() throws IOException {
    StubServer.Script script =
        conversation -> {
          conversation.raw("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
          conversation.close();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      for (int i = 0; i < 3; i++) {
        assertThat(
                Calls.send(client, Calls.request(i, "ok", Endpoint.COMPLETIONS)).join().outcome())
            .isEqualTo(Outcome.EMPTY);
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "\r\n", "garbage\n"})
  void bytesBehindAnAnswerEndTheConnectionAndNoRequest(String behind) throws IOException {
    StubServer.Script script =
        conversation -> conversation.raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" + behind);
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      for (int i = 0; i < 5; i++) {
        assertThat(
                Calls.send(client, Calls.request(i, "ok", Endpoint.COMPLETIONS)).join().outcome())
            .isEqualTo(Outcome.EMPTY);
      }
      assertThat(server.connections()).isEqualTo(5);
    }
  }

  @Test
  void anHttp10AnswerLastsUntilTheCloseOfItsConnection() throws IOException {
    StubServer.Script script =
        conversation -> {
          conversation.raw(
              "HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                  + "data: {\"choices\":[{\"text\":\"a\",\"finish_reason\":\"length\"}],"
                  + "\"usage\":{\"completion_tokens\":4}}\n\ndata: [DONE]\n\n");
          conversation.close();
        };
    try (StubServer server = new StubServer(script);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.COMPLETIONS))) {
      for (int i = 0; i < 2; i++) {
        assertThat(
                Calls.send(client, Calls.request(i, "ok", Endpoint.COMPLETIONS)).join().outcome())
            .isEqualTo(Outcome.OK);
      }
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void whereNobodyListensARequestIsRefused() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (LoadClient client = Calls.client("http://127.0.0.1:" + port, Calls.load(Endpoint.CHAT))) {
      RequestRecord record = Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join();

      assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(record.sentUs()).isNotNull();
      assertThat(record.error()).doesNotContain("127.0.0.1", String.valueOf(port));
    }
  }

  @Test
  void aStopCancelsWhatIsInFlight() throws IOException {
    try (StubServer server = new StubServer(Conversation::stall);
        LoadClient client = Calls.client(server.url(), Calls.load(Endpoint.CHAT))) {
      List<CompletableFuture<RequestRecord>> sent = new ArrayList<>();
      IntStream.range(0, 5)
          .forEach(i -> sent.add(Calls.send(client, Calls.request(i, "x", Endpoint.CHAT))));

      client.cancelAll();

      assertThat(sent).allMatch(record -> record.join().outcome() == Outcome.CANCELLED);
      assertThat(client.inFlight()).isZero();
      assertThat(client.inFlightMax()).isEqualTo(5);
    }
  }
}
