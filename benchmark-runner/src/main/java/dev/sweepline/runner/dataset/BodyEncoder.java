package dev.sweepline.runner.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.PromptLine.Message;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes prompts as the bodies of streaming requests.
 *
 * @param model the name that the server knows
 * @param load endpoint, output limit, {@code ignore_eos}
 * @param temperature of sampling
 */
public record BodyEncoder(String model, Load load, double temperature) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String USER = "user";

  /** Length of the colon and the quote before a text. */
  private static final int OPENING = 2;

  /**
   * One payload a prompt, in the dataset's order.
   *
   * @throws UserError when a prompt does not fit the endpoint, exit code 64
   */
  public List<Payload> encode(Dataset dataset) {
    List<PromptLine> prompts = dataset.prompts();
    return IntStream.range(0, prompts.size())
        .mapToObj(i -> encode(prompts.get(i), "line-" + (i + 1)))
        .toList();
  }

  private Payload encode(PromptLine prompt, String idWithoutOne) {
    String id = prompt.id() == null ? idWithoutOne : prompt.id();
    Integer limit = load.maxOutputTokens() == null ? prompt.outputLimit() : load.maxOutputTokens();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int promptOffset;
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("model", model);
      promptOffset = writePrompt(json, body, prompt, id);
      json.writeNumberField("temperature", temperature);
      writeLimit(json, limit);
      json.writeBooleanField("stream", true);
      json.writeObjectFieldStart("stream_options");
      json.writeBooleanField("include_usage", true);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Payload(id, body.toByteArray(), promptOffset, limit);
  }

  /** Returns where the text of the prompt begins. */
  private int writePrompt(
      JsonGenerator json, ByteArrayOutputStream body, PromptLine prompt, String id)
      throws IOException {
    if (load.endpoint() == Endpoint.COMPLETIONS) {
      if (prompt.prompt() == null) {
        throw new UserError(
            ExitCode.REFUSED, "prompt %s has messages; use --endpoint chat".formatted(id));
      }
      json.writeFieldName("prompt");
      int offset = textStart(json, body);
      json.writeString(prompt.prompt());
      return offset;
    }
    json.writeArrayFieldStart("messages");
    List<Message> messages = messages(prompt);
    Message asking =
        messages.stream().filter(m -> m.role().equals(USER)).findFirst().orElse(messages.get(0));
    int offset = 0;
    for (Message message : messages) {
      json.writeStartObject();
      json.writeStringField("role", message.role());
      json.writeFieldName("content");
      offset = message == asking ? textStart(json, body) : offset;
      json.writeString(message.content());
      json.writeEndObject();
    }
    json.writeEndArray();
    return offset;
  }

  /** Where the text of the value begins, behind the name that was just written. */
  private static int textStart(JsonGenerator json, ByteArrayOutputStream body) throws IOException {
    json.flush();
    return body.size() + OPENING;
  }

  private static List<Message> messages(PromptLine prompt) {
    return prompt.messages() != null
        ? prompt.messages()
        : List.of(new Message(USER, String.valueOf(prompt.prompt())));
  }

  private void writeLimit(JsonGenerator json, @Nullable Integer limit) throws IOException {
    if (limit != null) {
      json.writeNumberField("max_tokens", limit);
    }
    if (load.ignoreEos()) {
      json.writeBooleanField("ignore_eos", true);
      if (limit != null) {
        json.writeNumberField("min_tokens", limit);
      }
    }
  }
}
