package dev.sweepline.simulator.api;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sweepline.simulator.api.AnswerStyle.Opening;
import dev.sweepline.simulator.api.AnswerStyle.Part;
import dev.sweepline.simulator.api.GenerationRequest.Delivery;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** Writes the events of an answer. What is the same in each event is encoded once. */
public final class EventEncoder {
  private static final byte[] DATA = ascii("data: ");
  private static final byte[] DONE = ascii("data: [DONE]\n\n");
  private static final byte[] EVENT_ENDS = ascii("}\n\n");

  private final AnswerIdentity identity;
  private final AnswerStyle style;
  private final GenerationRequest request;
  private final String eventOpens;
  private final Half start;
  private final Half first;
  private final Half second;

  /** For one answer. */
  public EventEncoder(AnswerIdentity identity, AnswerStyle style) {
    this.identity = identity;
    this.style = style;
    this.request = identity.request();
    Endpoint endpoint = request.endpoint();
    this.eventOpens =
        "data: {\"id\":\"%s\",\"object\":\"%s\",\"created\":%d,\"model\":\"%s\",\"choices\":["
            .formatted(
                quoted(identity.id()),
                endpoint.chunkObject(),
                identity.created(),
                quoted(request.model()));
    Delta late = endpoint.secondHalf(style.voice());
    Delta early = endpoint.firstHalf(style.voice());
    this.second = half(late);
    this.first = early.equals(late) ? second : half(early);
    Delta beginning = endpoint.start(style.voice());
    this.start = beginning.equals(early) ? first : half(beginning);
  }

  private Half half(Delta delta) {
    return new Half(
        delta,
        utf8(eventOpens + "{\"index\":0," + delta.opens()),
        ascii(delta.closes() + request.endpoint().choiceCloses()));
  }

  /** What stands around the text of a token in a half of the answer. */
  private static final class Half {
    final Delta delta;
    final byte[] opens;
    final byte[] closes;

    Half(Delta delta, byte[] opens, byte[] closes) {
      this.delta = delta;
      this.opens = opens;
      this.closes = closes;
    }
  }

  /** The event before the first token: a chat begins with the role. */
  public void opening(ByteBuf out) {
    if (request.endpoint() == Endpoint.CHAT) {
      choice(out, "\"delta\":{\"role\":\"assistant\",\"content\":\"\"}");
    } else if (style.opening() == Opening.AT_ONCE) {
      choice(out, "\"text\":\"\"");
    }
  }

  private void choice(ByteBuf out, String delta) {
    out.writeBytes(
        utf8(eventOpens + "{\"index\":0," + delta + ",\"logprobs\":null,\"finish_reason\":null}]"));
    continuousUsage(out, 0);
    out.writeBytes(EVENT_ENDS);
  }

  /**
   * An event of tokens that are not the last.
   *
   * @param from how many tokens stand before it
   * @param to how many there are with it
   */
  public void tokens(ByteBuf out, int from, int to) {
    Half half = halfOf(from, to);
    out.writeBytes(half.opens);
    words(out, from, to);
    out.writeBytes(half.closes);
    continuousUsage(out, to);
    out.writeBytes(EVENT_ENDS);
  }

  /**
   * All events from the last tokens on.
   *
   * @param from how many tokens stand before
   * @param tokens of the answer; 0 for one without text
   */
  public void ending(ByteBuf out, int from, int tokens) {
    Half half = halfOf(from, tokens);
    out.writeBytes(half.opens);
    words(out, from, identity.lastHasText(tokens) ? tokens : tokens - 1);
    Endpoint endpoint = request.endpoint();
    out.writeBytes(
        ascii(
            half.delta.closes()
                + (style.has(Part.FINISH_REASON)
                    ? endpoint.lastChoiceCloses(identity.finish(tokens, style))
                    : endpoint.lastChoiceCloses())));
    continuousUsage(out, tokens);
    out.writeBytes(EVENT_ENDS);
    boolean wanted =
        request.delivery() == Delivery.STREAM_WITH_USAGE
            || request.delivery() == Delivery.STREAM_WITH_CONTINUOUS_USAGE;
    if (wanted && style.has(Part.USAGE)) {
      out.writeBytes(utf8(eventOpens + "]"));
      usage(out, tokens);
      out.writeBytes(EVENT_ENDS);
    }
    if (style.has(Part.DONE)) {
      done(out);
    }
  }

  /** An error inside the stream: vLLM says so in an event when its engine dies. */
  public static void failure(ByteBuf out, byte[] body) {
    out.writeBytes(DATA);
    out.writeBytes(body);
    out.writeBytes(ascii("\n\n"));
  }

  /** The end mark. */
  public static void done(ByteBuf out) {
    out.writeBytes(DONE);
  }

  private Half halfOf(int from, int number) {
    if (from == 0) {
      return start;
    }
    return number <= request.outputTokens() / 2 ? first : second;
  }

  private void words(ByteBuf out, int from, int to) {
    for (int index = from; index < to; index++) {
      out.writeBytes(style.vocabulary().bytes(index));
    }
  }

  private void continuousUsage(ByteBuf out, int tokens) {
    if (request.delivery() == Delivery.STREAM_WITH_CONTINUOUS_USAGE && style.has(Part.USAGE)) {
      usage(out, tokens);
    }
  }

  private void usage(ByteBuf out, int tokens) {
    int prompt = request.prompt().length();
    int counted = style.usage().of(tokens);
    ByteBufUtil.writeAscii(
        out,
        ",\"usage\":{\"prompt_tokens\":"
            + prompt
            + ",\"total_tokens\":"
            + (prompt + counted)
            + ",\"completion_tokens\":"
            + counted
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
