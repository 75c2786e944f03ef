package dev.sweepline.runner.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server how it is, for its models and its version.
 *
 * @param target that is asked
 * @param access to it
 */
record ServerProbe(Target target, Access access) {
  private static final String HEALTH = "/health";
  private static final String MODELS = "/v1/models";
  private static final String VERSION = "/version";
  private static final int TIMEOUT_MS = 10_000;
  private static final int OK_STATUS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Reply(int status, String body) {}

  /**
   * Asks whether it is well. A server that does not know the question may be well.
   *
   * @throws UserError when nobody answers, or it is not, exit code 69
   */
  void checkHealth() {
    int status = get(HEALTH).status;
    if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR
        && status != HttpURLConnection.HTTP_NOT_IMPLEMENTED) {
      throw new UserError(
          ExitCode.NO_SERVER,
          "%s%s answers with HTTP %d; wait until the server is ready, or look at its log"
              .formatted(target.baseUrl(), HEALTH, status));
    }
  }

  /**
   * Asks for models and version.
   *
   * @throws UserError when nobody answers in the expected way, exit code 69
   */
  ServerFacts ask() {
    Reply models = get(MODELS);
    if (models.status != OK_STATUS) {
      throw new UserError(
          ExitCode.NO_SERVER,
          "%s%s answers with HTTP %d%s"
              .formatted(target.baseUrl(), MODELS, models.status, remedy(models.status)));
    }
    return new ServerFacts(target.baseUrl(), names(models.body), version());
  }

  private static String remedy(int status) {
    return status == HttpURLConnection.HTTP_UNAUTHORIZED
        ? "; set OPENAI_API_KEY or --api-key-file"
        : "; is this an OpenAI-compatible server?";
  }

  private List<String> names(String body) {
    List<String> names = new ArrayList<>();
    try {
      for (JsonNode model : JSON.readTree(body).path("data")) {
        if (model.path("id").isTextual()) {
          names.add(model.path("id").textValue());
        }
      }
    } catch (JsonProcessingException e) {
      throw new UserError(
          ExitCode.NO_SERVER,
          "%s%s does not answer with JSON; is this an OpenAI-compatible server?"
              .formatted(target.baseUrl(), MODELS),
          e);
    }
    return names;
  }

  private @Nullable String version() {
    try {
      Reply reply = reply(VERSION);
      JsonNode version =
          reply.status == OK_STATUS
              ? JSON.readTree(reply.body).path("version")
              : JSON.missingNode();
      return version.isTextual() ? version.textValue() : null;
    } catch (IOException notSaid) {
      return null;
    }
  }

  private Reply get(String path) {
    try {
      return reply(path);
    } catch (IOException e) {
      throw NoAnswer.of(target, e);
    }
  }

  private Reply reply(String path) throws IOException {
    HttpURLConnection connection = access.connection(target.resolve(path));
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    try {
      int status = connection.getResponseCode();
      InputStream body =
          status < HttpURLConnection.HTTP_BAD_REQUEST
              ? connection.getInputStream()
              : connection.getErrorStream();
      try (body) {
        return new Reply(
            status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      connection.disconnect();
    }
  }
}
