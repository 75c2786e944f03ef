package dev.sweepline.runner.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SseDecoderTest {
  @Test
  void theSpaceBehindTheColonIsOptional() {
    assertThat(decode("data: a\n\ndata:b\n\ndata:  c\n\n")).containsExactly("a", "b", " c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyLineEndingOfTheStandardEndsALine(String end) {
    assertThat(decode("data: a" + end + end + "data: b" + end + end)).containsExactly("a", "b");
  }

  @Test
  void commentsAndOtherFieldsAreDropped() {
    assertThat(
            decode(": ping\n\nevent: x\nid: 1\nretry: 5\ndata: a\n: in between\n\ndatax: no\n\n"))
        .containsExactly("a");
  }

  @Test
  void dataLinesAreJoined() {
    assertThat(decode("data: {\ndata: }\n\n")).containsExactly("{\n}");
  }

  @Test
  void aFieldWithoutAColonIsEmpty() {
    assertThat(decode("data\n\n")).containsExactly("");
  }

  @Test
  void anEventWithoutItsEmptyLineComesAtTheEnd() {
    assertThat(decode("data: a\n\ndata: [DONE]")).containsExactly("a", "[DONE]");
  }

  @Test
  void aByteOrderMarkAtTheStartIsDropped() {
    assertThat(decode("\ufeffdata: a\n\ndata: \ufeffb\n\n")).containsExactly("a", "\ufeffb");
  }

  @Test
  void aByteOrderMarkLaterIsPartOfItsLine() {
    assertThat(decode("data: a\n\n\ufeffdata: b\n\n")).containsExactly("a");
  }

  @Test
  void theBeginningOfAByteOrderMarkIsPartOfItsLine() {
    // U+FEFE shares its first two bytes with the mark.
    assertThat(decode("\ufefedata: a\n\ndata: b\n\n")).containsExactly("b");
  }

  @Test
  void theBytesMayBeCutAnywhere() {
    String stream =
        "\ufeff: hi\r\n\r\ndata: {\"é😀\"\r\ndata:}\r\n\r\nid: 1\rdata: b\r\rdata\n\ndata: [DONE]\n";
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int first = 0; first <= bytes.length; first++) {
      for (int second = first; second <= bytes.length; second++) {
        List<String> events = new ArrayList<>();
        SseDecoder decoder = decoder(events);
        decoder.feed(bytes, 0, first);
        decoder.feed(bytes, first, second);
        decoder.feed(bytes, second, bytes.length);
        decoder.end();
        assertThat(events)
            .as("cut at %d and %d", first, second)
            .containsExactly("{\"é😀\"\n}", "b", "", "[DONE]");
      }
    }
  }

  @Test
  void aResetForgetsTheHalfOfAnEvent() {
    List<String> events = new ArrayList<>();
    SseDecoder decoder = decoder(events);
    feed(decoder, "data: lost");
    decoder.reset();
    feed(decoder, "data: kept\n\n");
    assertThat(events).containsExactly("kept");
  }

  @Test
  void anySplitOfTheBytesGivesTheSameEvents() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<String> expected = new ArrayList<>();
      byte[] stream = stream(random, expected).getBytes(StandardCharsets.UTF_8);
      List<String> events = new ArrayList<>();
      SseDecoder decoder = decoder(events);
      for (int at = 0; at < stream.length; ) {
        int length = Math.min(1 + random.nextInt(1 + random.nextInt(40)), stream.length - at);
        byte[] padded = new byte[length + 7];
        System.arraycopy(stream, at, padded, 3, length);
        decoder.feed(padded, 3, 3 + length);
        at += length;
      }
      decoder.end();
      assertThat(events).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static String stream(Random random, List<String> expected) {
    String[] ends = {"\n", "\r\n", "\r"};
    String[] texts = {
      "{\"a\":\"é😀\"}", "[DONE]", "x", "ein längerer Text: mit: Doppelpunkten", ""
    };
    StringBuilder stream = new StringBuilder();
    for (int event = 0; event < 20; event++) {
      List<String> lines = new ArrayList<>();
      int count = 1 + random.nextInt(3) / 2;
      for (int line = 0; line < count; line++) {
        String text = texts[random.nextInt(texts.length)];
        String end = ends[random.nextInt(2)];
        if (random.nextInt(4) == 0) {
          stream.append(": keep-alive").append(end);
        }
        stream.append(random.nextBoolean() ? "data: " : "data:").append(text).append(end);
        lines.add(text);
      }
      stream.append(ends[random.nextInt(2)]);
      expected.add(String.join("\n", lines));
    }
    return stream.toString();
  }

  private static List<String> decode(String stream) {
    List<String> events = new ArrayList<>();
    SseDecoder decoder = decoder(events);
    feed(decoder, stream);
    decoder.end();
    return events;
  }

  private static SseDecoder decoder(List<String> events) {
    return new SseDecoder(
        (bytes, from, to) ->
            events.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
  }

  private static void feed(SseDecoder decoder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decoder.feed(bytes, 0, bytes.length);
  }
}
