package dev.sweepline.simulator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.simulator.api.GenerationRequest.Delivery;
import dev.sweepline.simulator.engine.Prompt;
import java.io.IOException;

/** Reads and checks the body of a request; unknown keys are ignored, as vLLM does. */
public final class RequestReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ModelCard model;

  /** For requests to that model. */
  public RequestReader(ModelCard model) {
    this.model = model;
  }

  /**
   * Reads a body.
   *
   * @throws ApiException when vLLM would refuse it
   */
  public GenerationRequest read(Endpoint endpoint, byte[] body) {
    JsonNode root = parse(body);
    String name = model(root);
    Prompt prompt = PromptReader.read(endpoint, root);
    Delivery delivery = delivery(root);
    TokenLimits limits = TokenLimits.read(endpoint, root, prompt.length(), model);
    return new GenerationRequest(
        endpoint, name, prompt, limits.outputTokens(), limits.finish(), delivery);
  }

  private static JsonNode parse(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
      throw new ApiException(
          ApiError.malformed(
              "{'type': 'json_invalid', 'loc': 'body.%d', 'msg': 'JSON decode error'}"
                  .formatted(at),
              "body." + at));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
    if (!root.isObject()) {
      throw new ApiException(
          ApiError.malformed(
              "{'type': 'model_attributes_type', 'loc': 'body', 'msg': 'Input should be a valid"
                  + " dictionary'}",
              "body"));
    }
    return root;
  }

  private String model(JsonNode root) {
    JsonNode asked = root.path("model");
    if (asked.isMissingNode() || asked.isNull()) {
      return model.name();
    }
    String name = asked.asText();
    if (!model.names().contains(name)) {
      throw new ApiException(
          new ApiError(
              404,
              "NotFoundError",
              "The model `%s` does not exist. Valid aliases: %s."
                  .formatted(name, String.join(", ", model.names())),
              "model"));
    }
    return name;
  }

  private static Delivery delivery(JsonNode root) {
    JsonNode options = root.path("stream_options");
    if (!Fields.flag(root, "stream")) {
      if (options.isObject()) {
        throw new ApiException(
            ApiError.badRequest(
                "Stream options can only be defined when `stream=True`."
                    + " (parameter=stream_options)",
                "stream_options"));
      }
      return Delivery.WHOLE;
    }
    if (!Fields.flag(options, "include_usage")) {
      return Delivery.STREAM;
    }
    return Fields.flag(options, "continuous_usage_stats")
        ? Delivery.STREAM_WITH_CONTINUOUS_USAGE
        : Delivery.STREAM_WITH_USAGE;
  }
}
