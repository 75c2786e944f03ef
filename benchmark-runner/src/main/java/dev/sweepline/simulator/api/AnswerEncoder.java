package dev.sweepline.simulator.api;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sweepline.simulator.api.GenerationRequest.Delivery;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/**
 * Writes the events, or the one body, of an answer. What is the same in each event is encoded once.
 */
public final class AnswerEncoder {
  /** As vLLM names the build that answered. */
  private static final String FINGERPRINT = "vllm-simulated";

  private static final byte[] DONE = ascii("data: [DONE]\n\n");
  private static final byte[] EVENT_ENDS = ascii("}\n\n");

  private final GenerationRequest request;
  private final String id;
  private final long created;
  private final String eventOpens;
  private final byte[] textOpens;
  private final byte[] textCloses;

  /**
   * @param requestId of the client or made up
   * @param created UNIX seconds
   */
  public AnswerEncoder(GenerationRequest request, String requestId, long created) {
    this.request = request;
    this.id = request.endpoint().answerId(requestId);
    this.created = created;
    this.eventOpens =
        "data: {\"id\":\"%s\",\"object\":\"%s\",\"created\":%d,\"model\":\"%s\",\"choices\":["
            .formatted(
                quoted(id), request.endpoint().chunkObject(), created, quoted(request.model()));
    this.textOpens = utf8(eventOpens + "{\"index\":0," + request.endpoint().textOpens());
    this.textCloses = ascii(request.endpoint().textCloses());
  }

  /** The event before the first token: a chat begins with the role. */
  public void opening(ByteBuf out) {
    if (request.endpoint() == Endpoint.CHAT) {
      out.writeBytes(
          utf8(
              eventOpens
                  + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                  + "\"logprobs\":null,\"finish_reason\":null}]"));
      continuousUsage(out, 0);
      out.writeBytes(EVENT_ENDS);
    }
  }

  /**
   * The event of a token that is not the last.
   *
   * @param number of the token, from 1
   */
  public void token(ByteBuf out, int number) {
    out.writeBytes(textOpens);
    ByteBufUtil.writeAscii(out, AnswerText.word(number - 1));
    out.writeBytes(textCloses);
    continuousUsage(out, number);
    out.writeBytes(EVENT_ENDS);
  }

  /**
   * All events from the last token on.
   *
   * @param tokens of the answer; 0 for one without text
   */
  public void ending(ByteBuf out, int tokens) {
    out.writeBytes(textOpens);
    ByteBufUtil.writeAscii(out, lastWord(tokens));
    out.writeBytes(ascii(request.endpoint().finishCloses(finish(tokens))));
    continuousUsage(out, tokens);
    out.writeBytes(EVENT_ENDS);
    if (request.delivery() == Delivery.STREAM_WITH_USAGE
        || request.delivery() == Delivery.STREAM_WITH_CONTINUOUS_USAGE) {
      out.writeBytes(utf8(eventOpens + "]"));
      usage(out, tokens);
      out.writeBytes(EVENT_ENDS);
    }
    out.writeBytes(DONE);
  }

  /** What a stream ends with when the engine dies: vLLM says so in an event, and then is done. */
  public static void failure(ByteBuf out, ApiError error) {
    out.writeBytes(ascii("data: "));
    out.writeBytes(error.body());
    out.writeBytes(ascii("\n\n"));
    out.writeBytes(DONE);
  }

  /**
   * The answer as one JSON object, in UTF-8.
   *
   * @param tokens of the answer; 0 for one without text
   */
  public byte[] whole(int tokens) {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number < tokens; number++) {
      text.append(AnswerText.word(number - 1));
    }
    text.append(lastWord(tokens));

    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("id", id)
        .put("object", request.endpoint().object())
        .put("created", created)
        .put("model", request.model());
    ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
    if (request.endpoint() == Endpoint.CHAT) {
      choice.putObject("message").put("role", "assistant").put("content", text.toString());
    } else {
      choice.put("text", text.toString());
    }
    choice.putNull("logprobs").put("finish_reason", finish(tokens).label()).putNull("stop_reason");
    root.put("system_fingerprint", FINGERPRINT);
    root.putObject("usage")
        .put("prompt_tokens", request.prompt().length())
        .put("total_tokens", request.prompt().length() + tokens)
        .put("completion_tokens", tokens)
        .putNull("prompt_tokens_details");
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The end-of-text token is counted and has no text. */
  private String lastWord(int tokens) {
    return tokens == 0 || request.finish() == FinishReason.STOP ? "" : AnswerText.word(tokens - 1);
  }

  private FinishReason finish(int tokens) {
    return tokens == 0 ? FinishReason.STOP : request.finish();
  }

  private void continuousUsage(ByteBuf out, int tokens) {
    if (request.delivery() == Delivery.STREAM_WITH_CONTINUOUS_USAGE) {
      usage(out, tokens);
    }
  }

  private void usage(ByteBuf out, int tokens) {
    int prompt = request.prompt().length();
    ByteBufUtil.writeAscii(
        out,
        ",\"usage\":{\"prompt_tokens\":"
            + prompt
            + ",\"total_tokens\":"
            + (prompt + tokens)
            + ",\"completion_tokens\":"
            + tokens
            + "}");
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
