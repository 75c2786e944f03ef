package dev.sweepline.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final String FIRST = "data: {\"a\":1,\"b\":\"x,\\\",y\",\"c\":3}\n\n";
  private static final String SECOND = "data: [DONE]\n\n";

  @Test
  void plainEventsStayAsTheyAre() {
    assertThat(texts(Wire.PLAIN)).containsExactly(FIRST, SECOND);
  }

  @Test
  void linesMayEndOtherwise() {
    assertThat(texts(Wire.PLAIN.with(Framing.PLAIN.withLineEnd("\r\n"))))
        .containsExactly(FIRST.replace("\n", "\r\n"), SECOND.replace("\n", "\r\n"));
  }

  @Test
  void dataIsSpreadOverLinesBehindCommasOutsideOfStrings() {
    assertThat(texts(Wire.PLAIN.with(Framing.PLAIN.withLinesPerEvent(3))))
        .containsExactly("data: {\"a\":1,\ndata: \"b\":\"x,\\\",y\",\ndata: \"c\":3}\n\n", SECOND);
  }

  @Test
  void commentsComeBeforeEachEvent() {
    assertThat(texts(Wire.PLAIN.with(Framing.PLAIN.withComments(": c", ""))))
        .containsExactly(": c\n\n" + FIRST, ": c\n\n" + SECOND);
  }

  @Test
  void writesEndInsideCharacters() {
    List<byte[]> pieces = pieces(Wire.PLAIN.with(Writes.INSIDE_CHARACTERS), "aé", "b🌊c");

    assertThat(pieces).hasSize(4);
    assertThat(pieces.get(0)).containsExactly('a', 0xC3);
    assertThat(joined(pieces)).isEqualTo("aéb🌊c");
  }

  @Test
  void aCoalescedStreamIsOneWrite() {
    assertThat(texts(Wire.PLAIN.with(Writes.AT_THE_END))).containsExactly(FIRST + SECOND);
  }

  @Test
  void aPackedBodyUnpacksToTheSame() throws IOException {
    byte[] packed = joinedBytes(pieces(Wire.PLAIN.with(Packing.GZIP), FIRST, SECOND));

    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(FIRST + SECOND);
  }

  private static List<String> texts(Wire wire) {
    return pieces(wire, FIRST, SECOND).stream()
        .map(piece -> new String(piece, StandardCharsets.UTF_8))
        .toList();
  }

  private static List<byte[]> pieces(Wire wire, String more, String last) {
    List<byte[]> pieces = new ArrayList<>();
    Sink sink = wire.onto(new Recorded(pieces));
    sink.write(Unpooled.copiedBuffer(more, StandardCharsets.UTF_8));
    sink.end(Unpooled.copiedBuffer(last, StandardCharsets.UTF_8));
    return pieces;
  }

  private static String joined(List<byte[]> pieces) {
    return new String(joinedBytes(pieces), StandardCharsets.UTF_8);
  }

  private static byte[] joinedBytes(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private record Recorded(List<byte[]> pieces) implements Sink {
    @Override
    public void write(ByteBuf piece) {
      pieces.add(ByteBufUtil.getBytes(piece));
    }

    @Override
    public void end(ByteBuf piece) {
      if (piece.isReadable()) {
        write(piece);
      }
    }
  }
}
