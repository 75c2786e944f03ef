package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An error as vLLM words it in JSON.
 *
 * @param status of HTTP
 * @param param the request's key that is wrong
 */
public record ApiError(int status, String type, String message, @Nullable String param) {
  /** A request whose values cannot be served. */
  static ApiError badRequest(String message, @Nullable String param) {
    return new ApiError(400, "BadRequestError", message, param);
  }

  /** A request that does not have the shape of one. */
  static ApiError malformed(String message, @Nullable String param) {
    return new ApiError(400, "Bad Request", "1 validation error:\n  " + message, param);
  }

  /** An engine that broke. */
  public static ApiError internal(String message) {
    return new ApiError(500, "InternalServerError", message, null);
  }

  /** The object {@code {"error": …}}, in UTF-8. */
  public byte[] body() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("error")
        .put("message", message)
        .put("type", type)
        .put("param", param)
        .put("code", status);
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }
}
