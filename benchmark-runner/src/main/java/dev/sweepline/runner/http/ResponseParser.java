package dev.sweepline.runner.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTTP/1.1 answers that follow each other on one connection. Bytes may come in any split; the
 * body is handed on as it arrives, without a copy. Not thread-safe.
 */
public final class ResponseParser {
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) (\\d{3})(?: .*)?");
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final int CONTINUE_BELOW = 200;

  private enum State {
    STATUS,
    HEADER,
    BODY_OF_LENGTH,
    BODY_TO_CLOSE,
    CHUNK_SIZE,
    CHUNK_BODY,
    CHUNK_END,
    TRAILER
  }

  private final ResponseSink sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Map<String, String> headers = new HashMap<>();
  private final ChunkSize chunkSize = new ChunkSize();
  private State state = State.STATUS;
  private int status;
  private int minorVersion;
  private int headerLines;
  private long remaining;

  /** Takes the parts of answers; bytes are valid during the call only. */
  public interface ResponseSink {
    /** Status and headers have come. */
    void head(ResponseHead head);

    /** A piece of the body, in {@code bytes[from, to)}. */
    void body(byte[] bytes, int from, int to);

    /** The answer is complete. */
    void end();
  }

  public ResponseParser(ResponseSink sink) {
    this.sink = sink;
  }

  /**
   * Takes the next bytes of the connection.
   *
   * @throws MalformedResponse when they are not HTTP/1.1
   */
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case BODY_OF_LENGTH, CHUNK_BODY, BODY_TO_CLOSE -> body(bytes, at, to);
            case CHUNK_SIZE -> chunkSize(bytes, at, to);
            case CHUNK_END -> chunkEnd(bytes, at, to);
            case STATUS, HEADER, TRAILER -> line(bytes, at, to);
          };
    }
  }

  /** Whether nothing of a next answer has come. */
  public boolean isBetweenAnswers() {
    return state == State.STATUS && line.size() == 0;
  }

  /**
   * The peer has closed the connection.
   *
   * @return whether that was a proper end: of a body that lasts until the close, or between answers
   */
  public boolean close() {
    if (state == State.BODY_TO_CLOSE) {
      finish();
    }
    return isBetweenAnswers();
  }

  private int body(byte[] bytes, int from, int to) {
    int end =
        state == State.BODY_TO_CLOSE ? to : from + (int) Math.min(remaining, (long) to - from);
    remaining -= end - from;
    sink.body(bytes, from, end);
    if (remaining == 0 && state == State.BODY_OF_LENGTH) {
      finish();
    } else if (remaining == 0 && state == State.CHUNK_BODY) {
      state = State.CHUNK_END;
    }
    return end;
  }

  private int line(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    line.write(bytes, from, end - from);
    if (line.size() > LONGEST_LINE) {
      throw new MalformedResponse("a header line is longer than %d bytes".formatted(LONGEST_LINE));
    }
    if (end == to) {
      return to;
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    line.reset();
    line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    return end + 1;
  }

  private void line(String text) {
    switch (state) {
      case STATUS -> statusLine(text);
      case HEADER -> headerLine(text);
      default -> {
        countHeader();
        if (text.isEmpty()) {
          finish();
        }
      }
    }
  }

  private void statusLine(String text) {
    Matcher matcher = STATUS_LINE.matcher(text);
    if (!matcher.matches()) {
      throw new MalformedResponse("not an HTTP/1.1 status line");
    }
    minorVersion = Integer.parseInt(matcher.group(1));
    status = Integer.parseInt(matcher.group(2));
    headers.clear();
    headerLines = 0;
    state = State.HEADER;
  }

  private void headerLine(String text) {
    if (text.isEmpty()) {
      startBody();
      return;
    }
    countHeader();
    int colon = text.indexOf(':');
    if (colon <= 0 || Character.isWhitespace(text.charAt(0))) {
      throw new MalformedResponse("bad header line");
    }
    String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = text.substring(colon + 1).strip();
    String before = headers.put(name, value);
    if (name.equals("content-length") && before != null && !before.equals(value)) {
      throw new MalformedResponse("two Content-Lengths");
    }
  }

  /** Trailers count too. */
  private void countHeader() {
    if (++headerLines > MOST_HEADERS) {
      throw new MalformedResponse("more than %d header lines".formatted(MOST_HEADERS));
    }
  }

  private void startBody() {
    if (status < CONTINUE_BELOW) {
      state = State.STATUS;
      return;
    }
    ResponseHead head = new ResponseHead(status, minorVersion, headers);
    Long length = head.contentLength();
    boolean empty = head.hasNoBody() || (!head.isChunked() && length != null && length == 0);
    remaining = length == null ? Long.MAX_VALUE : length;
    state =
        head.isChunked()
            ? State.CHUNK_SIZE
            : length == null ? State.BODY_TO_CLOSE : State.BODY_OF_LENGTH;
    sink.head(head);
    if (empty) {
      finish();
    }
  }

  private int chunkSize(byte[] bytes, int from, int to) {
    int end = chunkSize.feed(bytes, from, to);
    if (chunkSize.isComplete()) {
      remaining = chunkSize.size();
      chunkSize.reset();
      state = remaining == 0 ? State.TRAILER : State.CHUNK_BODY;
    }
    return end;
  }

  private int chunkEnd(byte[] bytes, int from, int to) {
    int at = from;
    if (bytes[at] == '\r') {
      at++;
    }
    if (at < to && bytes[at] != '\n') {
      throw new MalformedResponse("a chunk is longer than its size says");
    }
    if (at == to) {
      return at;
    }
    state = State.CHUNK_SIZE;
    return at + 1;
  }

  private void finish() {
    state = State.STATUS;
    sink.end();
  }
}
