package dev.sweepline.runner.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.PromptLine.Message;
import dev.sweepline.contract.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a body that holds the prompt.
 *
 * @param prompt what is asked
 * @param id for messages
 * @param endpoint the API that is asked
 */
record PromptField(PromptLine prompt, String id, Endpoint endpoint) {
  private static final String USER = "user";

  /** Length of the colon and the quote before a text. */
  private static final int OPENING = 2;

  /**
   * Writes it.
   *
   * @param body where the generator's output goes
   * @return where the text of the prompt, or of the first user message, begins in the body
   */
  int write(JsonGenerator json, ByteArrayOutputStream body) throws IOException {
    return endpoint == Endpoint.COMPLETIONS ? writeText(json, body) : writeMessages(json, body);
  }

  private int writeText(JsonGenerator json, ByteArrayOutputStream body) throws IOException {
    if (prompt.prompt() == null) {
      throw new UserError(
          ExitCode.REFUSED, "prompt %s has messages; use --endpoint chat".formatted(id));
    }
    json.writeFieldName("prompt");
    int offset = textStart(json, body);
    json.writeString(prompt.prompt());
    return offset;
  }

  private int writeMessages(JsonGenerator json, ByteArrayOutputStream body) throws IOException {
    List<Message> messages = messages();
    int asking =
        IntStream.range(0, messages.size())
            .filter(i -> messages.get(i).role().equals(USER))
            .findFirst()
            .orElse(0);
    int offset = 0;
    json.writeArrayFieldStart("messages");
    for (int i = 0; i < messages.size(); i++) {
      json.writeStartObject();
      json.writeStringField("role", messages.get(i).role());
      json.writeFieldName("content");
      if (i == asking) {
        offset = textStart(json, body);
      }
      json.writeString(messages.get(i).content());
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

  private List<Message> messages() {
    return prompt.messages() != null
        ? prompt.messages()
        : List.of(new Message(USER, String.valueOf(prompt.prompt())));
  }
}
