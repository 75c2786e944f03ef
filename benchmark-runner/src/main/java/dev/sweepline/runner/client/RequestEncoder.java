package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.runner.access.Access;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes a request: a head that is the same for all, its id and length, its body. */
final class RequestEncoder {
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
  private static final byte[] NOTHING = {};
  private static final int LONGEST_LENGTH = 10;

  private final byte[] head;

  RequestEncoder(Target target, Load load, Access access) {
    String ofUser =
        access
            .allHeaders()
            .map(header -> "%s: %s\r\n".formatted(header.name(), header.value()))
            .collect(Collectors.joining());
    this.head =
        ascii(
            String.join(
                    "\r\n",
                    "POST " + target.pathPrefix() + load.endpoint().path() + " HTTP/1.1",
                    "Host: " + target.authority(),
                    "User-Agent: sweepline",
                    "Accept: " + AnswerForm.of(load).mediaType(),
                    "Accept-Encoding: identity",
                    "Content-Type: application/json",
                    ofUser)
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
