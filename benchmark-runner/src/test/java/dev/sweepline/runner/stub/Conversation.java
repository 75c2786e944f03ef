package dev.sweepline.runner.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One request at the stub, and the means to answer it. */
public final class Conversation {
  public static final String MODEL = "stub-model";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STREAM_HEAD =
      String.join(
          "\r\n",
          "HTTP/1.1 200 OK",
          "Content-Type: text/event-stream; charset=utf-8",
          "Transfer-Encoding: chunked",
          "",
          "");

  private final Socket peer;
  private final String requestLine;
  private final Map<String, String> headers;
  private final String body;

  private Conversation(Socket peer, String requestLine, Map<String, String> headers, String body) {
    this.peer = peer;
    this.requestLine = requestLine;
    this.headers = headers;
    this.body = body;
  }

  /** Null at the connection's end. */
  static @Nullable Conversation read(Socket peer) throws IOException {
    InputStream in = peer.getInputStream();
    String requestLine = line(in);
    if (requestLine.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] pair = line.split(": ?", 2);
      if (pair.length < 2) {
        throw new IOException("not HTTP");
      }
      headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Conversation(peer, requestLine, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Answers what is asked before a load. */
  public boolean answeredByItself() throws IOException {
    if (requestLine.startsWith("GET /v1/models ")) {
      json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"" + MODEL + "\"},{\"id\":\"other\"}]}");
    } else if (requestLine.startsWith("GET /version ")) {
      json(200, "{\"version\":\"1.2.3-stub\"}");
    } else if (requestLine.startsWith("GET /metrics ")) {
      metrics();
    } else if (requestLine.startsWith("GET /health ")) {
      json(200, "");
    } else if (header("x-request-id").startsWith("preflight-")) {
      good(4);
    } else {
      return false;
    }
    return true;
  }

  /** The name that a TLS client said it wants; empty when it said none. */
  public String serverName() {
    return peer instanceof SSLSocket tls
            && tls.getSession() instanceof ExtendedSSLSession session
            && !session.getRequestedServerNames().isEmpty()
        ? new String(session.getRequestedServerNames().get(0).getEncoded(), StandardCharsets.UTF_8)
        : "";
  }

  /** An idle server with one engine. */
  private void metrics() throws IOException {
    String page =
        "# TYPE vllm:num_requests_running gauge\n"
            + "vllm:num_requests_running{engine=\"0\",model_name=\"%s\"} 0.0\n".formatted(MODEL);
    raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(page.length(), page));
  }

  public String requestLine() {
    return requestLine;
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public JsonNode body() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The prompt, of either API. */
  public String prompt() {
    JsonNode json = body();
    return json.has("prompt")
        ? json.path("prompt").asText()
        : json.path("messages").path(0).path("content").asText();
  }

  public void raw(String bytes) throws IOException {
    OutputStream out = peer.getOutputStream();
    out.write(bytes.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  public void json(int status, String json) throws IOException {
    raw(
        "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, json.getBytes(StandardCharsets.UTF_8).length, json));
  }

  public void startStream() throws IOException {
    raw(STREAM_HEAD);
  }

  /** One chunk of a started stream. */
  public void chunk(String text) throws IOException {
    raw(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
  }

  public void data(String data) throws IOException {
    chunk("data: " + data + "\n\n");
  }

  /** A token of the completions API, or of chat when the request was one. */
  public void token(String text) throws IOException {
    data(
        isChat()
            ? "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}"
                .formatted(text)
            : "{\"choices\":[{\"index\":0,\"text\":\"%s\",\"finish_reason\":null}]}"
                .formatted(text));
  }

  public void finish(String reason) throws IOException {
    data(
        isChat()
            ? "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}"
                .formatted(reason)
            : "{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"%s\"}]}"
                .formatted(reason));
  }

  public void usage(int prompt, int completion) throws IOException {
    data(
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d}}"
            .formatted(prompt, completion));
  }

  public void done() throws IOException {
    data("[DONE]");
    endStream();
  }

  public void endStream() throws IOException {
    raw("0\r\n\r\n");
  }

  /** A good stream of so many tokens. */
  public void good(int tokens) throws IOException {
    startStream();
    for (int i = 0; i < tokens; i++) {
      token("t" + i);
    }
    finish("length");
    usage(7, tokens);
    done();
  }

  /** Ends the connection in order. */
  public void close() throws IOException {
    peer.close();
  }

  /** Breaks the connection: the client sees a reset. */
  public void reset() throws IOException {
    peer.setSoLinger(true, 0);
    peer.close();
  }

  /** Keeps the connection open and says nothing until the client hangs up. */
  public void stall() throws IOException {
    while (peer.getInputStream().read() >= 0) {
      // The client says nothing either.
    }
  }

  /** A little while between events of a stream that never ends. */
  public void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(20);
  }

  private boolean isChat() {
    return requestLine.contains("/chat/");
  }
}
