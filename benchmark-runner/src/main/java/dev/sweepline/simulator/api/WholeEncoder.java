package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sweepline.simulator.api.AnswerStyle.Part;
import java.nio.charset.StandardCharsets;

/** Writes an answer as one JSON object. */
public final class WholeEncoder {
  private final AnswerIdentity identity;
  private final AnswerStyle style;

  /** For one answer. */
  public WholeEncoder(AnswerIdentity identity, AnswerStyle style) {
    this.identity = identity;
    this.style = style;
  }

  /**
   * The body, in UTF-8.
   *
   * @param tokens of the answer; 0 for one without text
   */
  public byte[] body(int tokens) {
    Endpoint endpoint = identity.request().endpoint();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("id", identity.id())
        .put("object", endpoint.object())
        .put("created", identity.created())
        .put("model", identity.request().model());
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    int texts = identity.lastHasText(tokens) ? tokens : Math.max(0, tokens - 1);
    if (endpoint == Endpoint.CHAT) {
      message(choice.putObject("message").put("role", "assistant"), texts);
    } else {
      choice.put("text", text(0, texts));
    }
    choice
        .putNull("logprobs")
        .put("finish_reason", style.has(Part.FINISH_REASON) ? identity.finish(tokens, style) : null)
        .putNull("stop_reason");
    root.put("system_fingerprint", AnswerIdentity.FINGERPRINT);
    if (style.has(Part.USAGE)) {
      usage(root.putObject("usage"), tokens);
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void message(ObjectNode message, int texts) {
    switch (style.voice()) {
      case CONTENT -> message.put("content", text(0, texts));
      case REASONING ->
          message.put("content", text(texts / 2, texts)).put("reasoning", text(0, texts / 2));
      case REASONING_CONTENT ->
          message
              .put("content", text(texts / 2, texts))
              .put("reasoning_content", text(0, texts / 2));
      case TOOL_CALLS -> {
        ObjectNode call = message.putNull("content").putArray("tool_calls").addObject();
        call.put("id", identity.id()).put("type", "function");
        call.putObject("function").put("name", "look_up").put("arguments", text(0, texts));
      }
    }
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int index = from; index < to; index++) {
      text.append(style.vocabulary().word(index));
    }
    return text.toString();
  }

  private void usage(ObjectNode usage, int tokens) {
    int prompt = identity.request().prompt().length();
    int counted = style.usage().of(tokens);
    usage
        .put("prompt_tokens", prompt)
        .put("total_tokens", prompt + counted)
        .put("completion_tokens", counted)
        .putNull("prompt_tokens_details");
  }
}
