package dev.sweepline.runner.stub;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Ways to answer, good and bad; the name of each begins with the outcome that it must have. */
public final class Misbehaviours {
  /** What the stub does with a prompt of that name. */
  private static final Map<String, StubServer.Script> SCRIPTS =
      Map.ofEntries(
          Map.entry("ok", conversation -> conversation.good(4)),
          Map.entry("ok_short", conversation -> conversation.good(3)),
          Map.entry("empty", Misbehaviours::emptyStream),
          Map.entry("empty_body", conversation -> conversation.json(200, "")),
          Map.entry("truncated_end", Misbehaviours::endWithoutMark),
          Map.entry("truncated_reason", Misbehaviours::markWithoutReason),
          Map.entry("truncated_close", Misbehaviours::closeInStream),
          Map.entry("stream_error", Misbehaviours::errorAndMark),
          Map.entry("stream_error_json", conversation -> conversation.json(200, "{}")),
          Map.entry("http_error", conversation -> conversation.json(500, error("at 10.1.2.3"))),
          Map.entry(
              "http_error_401",
              conversation -> conversation.json(401, error("bad sk-very-secret-0123456789"))),
          Map.entry("rate_limited", conversation -> conversation.json(429, "{}")),
          Map.entry("reset", Conversation::reset),
          Map.entry("reset_close", Conversation::close),
          Map.entry("reset_stream", Misbehaviours::resetInStream),
          Map.entry("reset_garbage", conversation -> conversation.raw("SSH-2.0\r\n")),
          Map.entry("first_token_timeout", Conversation::stall),
          Map.entry("first_token_timeout_role", Misbehaviours::roleThenStall),
          Map.entry("idle_timeout", Misbehaviours::tokenThenStall),
          Map.entry("idle_timeout_comments", Misbehaviours::tokenThenComments),
          Map.entry("total_timeout", Misbehaviours::tokensForEver),
          Map.entry("ok_after_mark", Misbehaviours::markThenStall));

  private static void emptyStream(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.finish("stop");
    conversation.done();
  }

  private static void endWithoutMark(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.finish("length");
    conversation.endStream();
  }

  private static void markWithoutReason(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.done();
  }

  private static void closeInStream(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.close();
  }

  private static void errorAndMark(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.data(error("it broke"));
    conversation.done();
  }

  private static void resetInStream(Conversation conversation)
      throws IOException, InterruptedException {
    conversation.startStream();
    conversation.reset();
  }

  private static void roleThenStall(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.data("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}");
    conversation.stall();
  }

  private static void tokenThenStall(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.stall();
  }

  private static void tokenThenComments(Conversation conversation)
      throws IOException, InterruptedException {
    conversation.startStream();
    conversation.token("a");
    while (true) {
      conversation.chunk(": keep-alive\n\n");
      conversation.pause();
    }
  }

  private static void tokensForEver(Conversation conversation)
      throws IOException, InterruptedException {
    conversation.startStream();
    while (true) {
      conversation.token("a");
      conversation.pause();
    }
  }

  private static void markThenStall(Conversation conversation) throws IOException {
    conversation.startStream();
    for (int i = 0; i < 4; i++) {
      conversation.token("a");
    }
    conversation.finish("length");
    conversation.data("[DONE]");
    conversation.stall();
  }

  private static String error(String message) {
    return "{\"error\":{\"message\":\"%s\",\"code\":500}}".formatted(message);
  }

  private Misbehaviours() {}

  /** All of them. */
  public static Set<String> names() {
    return new TreeMap<>(SCRIPTS).keySet();
  }

  /** The one of that name; others are reset. */
  public static StubServer.Script of(String name) {
    return SCRIPTS.getOrDefault(name, Conversation::reset);
  }
}
