package dev.sweepline.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseParserTest {
  private static final String CHUNKED =
      String.join(
          "\r\n",
          "HTTP/1.1 200 OK",
          "Transfer-Encoding: chunked",
          "",
          "5",
          "hello",
          "A;x=y",
          ", é world",
          "0",
          "Trailer: t",
          "",
          "");
  private static final String LENGTH = "HTTP/1.1 404 Not Found\r\ncontent-length: 3\r\n\r\nabc";
  private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String BARE_LINE_FEEDS = "HTTP/1.1 503\nContent-Length: 2\n\nxy";

  /** Writes down what it hears. */
  private static final class Notes implements ResponseParser.ResponseSink {
    private final List<String> answers = new ArrayList<>();
    private int status;
    private StringBuilder body = new StringBuilder();

    @Override
    public void head(ResponseHead head) {
      status = head.status();
      body = new StringBuilder();
    }

    @Override
    public void body(byte[] bytes, int from, int to) {
      body.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void end() {
      byte[] bytes = body.toString().getBytes(StandardCharsets.ISO_8859_1);
      answers.add(status + " " + new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void anySplitOfTheBytesGivesTheSameAnswers() {
    byte[] stream =
        (CHUNKED + LENGTH + CONTINUE + EMPTY + BARE_LINE_FEEDS + CHUNKED)
            .getBytes(StandardCharsets.UTF_8);
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Notes notes = new Notes();
      ResponseParser parser = new ResponseParser(notes);
      for (int at = 0; at < stream.length; ) {
        int to = Math.min(stream.length, at + 1 + random.nextInt(1 + random.nextInt(60)));
        parser.feed(stream, at, to);
        at = to;
      }
      assertThat(notes.answers)
          .as("seed %d", seed)
          .containsExactly("200 hello, é world", "404 abc", "200 ", "503 xy", "200 hello, é world");
    }
  }

  @Test
  void aBodyWithoutALengthLastsUntilTheClose() {
    Notes notes = new Notes();
    ResponseParser parser = new ResponseParser(notes);
    feed(parser, "HTTP/1.0 200 OK\r\n\r\nall of it");
    assertThat(notes.answers).isEmpty();
    assertThat(parser.close()).isTrue();
    assertThat(notes.answers).containsExactly("200 all of it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200"
      })
  void aCloseBeforeTheEndIsNotProper(String cut) {
    ResponseParser parser = new ResponseParser(new Notes());
    feed(parser, cut);
    assertThat(parser.close()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\r\n folded: c\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
      })
  void whatIsNotHttpIsRefused(String bytes) {
    ResponseParser parser = new ResponseParser(new Notes());
    assertThatThrownBy(() -> feed(parser, bytes)).isInstanceOf(MalformedResponse.class);
  }

  @Test
  void aHeaderLineHasALimit() {
    ResponseParser parser = new ResponseParser(new Notes());
    assertThatThrownBy(() -> feed(parser, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000)))
        .isInstanceOf(MalformedResponse.class)
        .hasMessageContaining("longer than 16384 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Transfer-Encoding: chunked\r\n\r\n0\r\n"})
  void headersAndTrailersHaveALimit(String start) {
    ResponseParser parser = new ResponseParser(new Notes());
    assertThatThrownBy(
            () -> feed(parser, "HTTP/1.1 200 OK\r\n" + start + "Same: again\r\n".repeat(300)))
        .isInstanceOf(MalformedResponse.class)
        .hasMessageContaining("more than 200 header lines");
  }

  @Test
  void chunksGoBeforeALength() {
    Notes notes = new Notes();
    feed(
        new ResponseParser(notes),
        String.join(
            "\r\n",
            "HTTP/1.1 200 OK",
            "Content-Length: 99",
            "Transfer-Encoding: Chunked",
            "",
            "2 ; a=\"b;c\"",
            "ab",
            "00",
            "",
            ""));
    assertThat(notes.answers).containsExactly("200 ab");
  }

  @Test
  void betweenAnswersNothingHasCome() {
    ResponseParser parser = new ResponseParser(new Notes());
    feed(parser, LENGTH);
    assertThat(parser.isBetweenAnswers()).isTrue();
    feed(parser, "H");
    assertThat(parser.isBetweenAnswers()).isFalse();
  }

  private static void feed(ResponseParser parser, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
  }
}
