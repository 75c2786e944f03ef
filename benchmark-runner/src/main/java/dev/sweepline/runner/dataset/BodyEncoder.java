package dev.sweepline.runner.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes prompts as the bodies of requests.
 *
 * @param model the name that the server knows
 * @param load endpoint, output limit, {@code ignore_eos}, stream, further fields
 * @param temperature of sampling
 */
public record BodyEncoder(String model, Load load, double temperature) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One payload a prompt, in the dataset's order.
   *
   * @throws UserError when a prompt does not fit the endpoint, exit code 64
   */
  public List<Payload> encode(Dataset dataset) {
    List<PromptLine> prompts = dataset.prompts();
    ObjectNode extra = ExtraBody.parse(load.extraBody()).fields();
    return IntStream.range(0, prompts.size())
        .mapToObj(i -> encode(prompts.get(i), "line-" + (i + 1), extra))
        .toList();
  }

  /**
   * The payload of one prompt that has an id.
   *
   * @throws UserError when it does not fit the endpoint, exit code 64
   */
  public Payload encode(PromptLine prompt) {
    return encode(prompt, "", ExtraBody.parse(load.extraBody()).fields());
  }

  private Payload encode(PromptLine prompt, String idWithoutOne, ObjectNode extra) {
    String id = prompt.id() == null ? idWithoutOne : prompt.id();
    Integer limit = load.maxOutputTokens() == null ? prompt.outputLimit() : load.maxOutputTokens();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int promptOffset;
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("model", model);
      promptOffset = new PromptField(prompt, id, load.endpoint()).write(json, body);
      json.writeNumberField("temperature", temperature);
      writeLimit(json, limit, extra);
      writeStream(json, extra);
      for (Map.Entry<String, JsonNode> field : extra.properties()) {
        if (!field.getKey().equals(ExtraBody.STREAM_OPTIONS)) {
          write(json, field);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Payload(id, body.toByteArray(), promptOffset, limit);
  }

  private void writeLimit(JsonGenerator json, @Nullable Integer limit, ObjectNode extra)
      throws IOException {
    if (limit != null) {
      json.writeNumberField("max_tokens", limit);
    }
    if (load.ignoreEos()) {
      json.writeBooleanField("ignore_eos", true);
      if (limit != null && !extra.has(ExtraBody.MIN_TOKENS)) {
        json.writeNumberField(ExtraBody.MIN_TOKENS, limit);
      }
    }
  }

  private void writeStream(JsonGenerator json, ObjectNode extra) throws IOException {
    if (Boolean.FALSE.equals(load.stream())) {
      return;
    }
    json.writeBooleanField("stream", true);
    json.writeObjectFieldStart(ExtraBody.STREAM_OPTIONS);
    json.writeBooleanField(ExtraBody.INCLUDE_USAGE, true);
    for (Map.Entry<String, JsonNode> option : extra.path(ExtraBody.STREAM_OPTIONS).properties()) {
      write(json, option);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Map.Entry<String, JsonNode> field)
      throws IOException {
    json.writeFieldName(field.getKey());
    json.writeTree(field.getValue());
  }
}
