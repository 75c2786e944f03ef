package dev.sweepline.runner.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers of an answer.
 *
 * @param status three digits
 * @param minorVersion of HTTP/1
 * @param headers by lower-case name; of a repeated one the last
 */
public record ResponseHead(int status, int minorVersion, Map<String, String> headers) {
  private static final String CHUNKED = "chunked";
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  public ResponseHead {
    headers = Map.copyOf(headers);
  }

  /** Whether the connection can be used again behind a body whose end is known. */
  public boolean keepsAlive() {
    String connection = lower("connection");
    return minorVersion == 0 ? connection.contains("keep-alive") : !connection.contains("close");
  }

  /** The media type without parameters, in lower case; empty when not stated. */
  public String mediaType() {
    return lower("content-type").replaceFirst(";.*", "").strip();
  }

  /** The content's coding, in lower case; empty or {@code identity} for none. */
  public String contentEncoding() {
    return lower("content-encoding");
  }

  boolean isChunked() {
    String coding = lower("transfer-encoding");
    if (!coding.isEmpty() && !coding.equals(CHUNKED) && !coding.equals("identity")) {
      throw new MalformedResponse("unknown Transfer-Encoding");
    }
    return coding.equals(CHUNKED);
  }

  boolean hasNoBody() {
    return status == NO_CONTENT || status == NOT_MODIFIED;
  }

  /** Bytes of the body; null when not stated. */
  @Nullable Long contentLength() {
    String text = headers.get("content-length");
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,18}")) {
      throw new MalformedResponse("bad Content-Length");
    }
    return Long.valueOf(text);
  }

  private String lower(String name) {
    return headers.getOrDefault(name, "").toLowerCase(Locale.ROOT);
  }
}
