package dev.sweepline.runner.client;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.UserError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a request: a head that is the same for all, its id and length, its body. */
final class RequestEncoder {
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
  private static final byte[] NOTHING = {};
  private static final int LONGEST_LENGTH = 10;

  private final byte[] head;

  RequestEncoder(Target target, Endpoint endpoint, @Nullable String apiKey) {
    if (apiKey != null && !apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new UserError(
          ExitCode.USAGE, "OPENAI_API_KEY has characters that no HTTP header can carry");
    }
    String authorization = apiKey == null ? "" : "Authorization: Bearer " + apiKey + "\r\n";
    this.head =
        ascii(
            String.join(
                    "\r\n",
                    "POST " + target.pathPrefix() + endpoint.path() + " HTTP/1.1",
                    "Host: " + target.authority(),
                    "User-Agent: sweepline",
                    "Accept: text/event-stream",
                    "Content-Type: application/json",
                    authorization)
                + "X-Request-Id: ");
  }

  ByteBuf encode(ByteBufAllocator allocator, LoadRequest request) {
    byte[] id = ascii(request.requestId());
    byte[] prefix = request.prefix() == null ? NOTHING : ascii(request.prefix());
    byte[] body = request.payload().body();
    int split = request.payload().promptOffset();
    int length = body.length + prefix.length;
    int capacity =
        head.length + id.length + LENGTH.length + LONGEST_LENGTH + END_OF_HEAD.length + length;
    return allocator
        .directBuffer(capacity)
        .writeBytes(head)
        .writeBytes(id)
        .writeBytes(LENGTH)
        .writeBytes(ascii(Integer.toString(length)))
        .writeBytes(END_OF_HEAD)
        .writeBytes(body, 0, split)
        .writeBytes(prefix)
        .writeBytes(body, split, body.length - split);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
