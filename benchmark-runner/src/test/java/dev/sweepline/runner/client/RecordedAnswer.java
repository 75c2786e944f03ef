package dev.sweepline.runner.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * An answer as {@code curl -i} shows it: the head, an empty line, the body without its chunks. Each
 * char stands for a byte.
 *
 * @param head lines, without the empty one
 * @param body as the server made it
 */
record RecordedAnswer(String head, String body) {
  private static final String LAST_CHUNK = "0\r\n\r\n";
  private static final int LONGEST_CHUNK = 400;

  static RecordedAnswer read(Path file) {
    try {
      String[] parts = Files.readString(file, StandardCharsets.ISO_8859_1).split("\r?\n\r?\n", 2);
      return new RecordedAnswer(parts[0], parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream of which only the body is known. */
  static RecordedAnswer stream(String body) {
    return new RecordedAnswer(
        "HTTP/1.1 200 OK\ncontent-type: text/event-stream\ntransfer-encoding: chunked", body);
  }

  boolean isStream() {
    return head.contains("text/event-stream");
  }

  /** As it comes over the wire, a chunked body in random chunks. */
  byte[] bytes(Random random) {
    StringBuilder wire = new StringBuilder();
    head.lines()
        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("content-length"))
        .forEach(line -> wire.append(line).append("\r\n"));
    if (isChunked()) {
      wire.append("\r\n");
      chunks(wire, random);
    } else {
      wire.append("content-length: %d\r\n\r\n".formatted(body.length())).append(body);
    }
    return wire.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The first bytes of the body over the wire, then nothing: no last chunk, too short a length. */
  byte[] cutAt(int length, Random random) {
    if (isChunked()) {
      byte[] wire = new RecordedAnswer(head, body.substring(0, length)).bytes(random);
      return Arrays.copyOf(wire, wire.length - LAST_CHUNK.length());
    }
    byte[] wire = bytes(random);
    return Arrays.copyOf(wire, wire.length - body.length() + length);
  }

  private boolean isChunked() {
    return head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
  }

  private void chunks(StringBuilder wire, Random random) {
    for (int at = 0; at < body.length(); ) {
      int end = Math.min(at + 1 + random.nextInt(LONGEST_CHUNK), body.length());
      wire.append("%x\r\n".formatted(end - at)).append(body, at, end).append("\r\n");
      at = end;
    }
    wire.append(LAST_CHUNK);
  }
}
