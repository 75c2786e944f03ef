package dev.sweepline.runner.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server for its models and version.
 *
 * @param baseUrl as the user gave it, for messages
 * @param resolve makes a URL of a path below the base
 * @param apiKey sent as a bearer token; null for none
 */
public record ServerProbe(String baseUrl, Function<String, URI> resolve, @Nullable String apiKey) {
  private static final String MODELS = "/v1/models";
  private static final String VERSION = "/version";
  private static final int TIMEOUT_MS = 10_000;
  private static final int OK_STATUS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Reply(int status, String body) {}

  /**
   * Asks.
   *
   * @throws UserError when no server answers, exit code 69
   */
  public ServerFacts ask() {
    Reply models;
    try {
      models = get(MODELS);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_SERVER,
          "%s: no server answers (%s); start one, or give --base-url"
              .formatted(baseUrl, e.getMessage()),
          e);
    }
    if (models.status != OK_STATUS) {
      throw new UserError(
          ExitCode.NO_SERVER,
          "%s%s answers with HTTP %d%s"
              .formatted(baseUrl, MODELS, models.status, remedy(models.status)));
    }
    return new ServerFacts(baseUrl, names(models.body), version());
  }

  private static String remedy(int status) {
    return status == HttpURLConnection.HTTP_UNAUTHORIZED
        ? "; set OPENAI_API_KEY"
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
              .formatted(baseUrl, MODELS),
          e);
    }
    return names;
  }

  private @Nullable String version() {
    try {
      Reply reply = get(VERSION);
      JsonNode version =
          reply.status == OK_STATUS
              ? JSON.readTree(reply.body).path("version")
              : JSON.missingNode();
      return version.isTextual() ? version.textValue() : null;
    } catch (IOException notSaid) {
      return null;
    }
  }

  private Reply get(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) resolve.apply(path).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    if (apiKey != null) {
      connection.setRequestProperty("Authorization", "Bearer " + apiKey);
    }
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
