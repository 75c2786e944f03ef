package dev.sweepline.analytics.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ServerConfig;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file.
 *
 * @param file path below the configuration folder
 * @param id the original's id of its content
 * @param config its content
 */
record ConfigFile(String file, String id, ServerConfig config) {
  private static final Pattern CLAIM = Pattern.compile(".*_([0-9a-f]{8})\\.json");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @throws ContractException when the text is not a flat JSON object
   */
  static ConfigFile parse(String file, String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw ContractException.at(file, e.getLocation().getLineNr(), "", reason);
    }
    if (!json.isObject()) {
      throw ContractException.at(file, 0, "", "must be a JSON object");
    }
    return new ConfigFile(
        file, PythonJson.id(json), ContractJson.document(ServerConfig.class, file, text));
  }

  @Nullable String name() {
    return ConfigMatch.of(config, ConfigBasis.NAME).name();
  }

  /** The id that the file's name claims, when its content has another one. */
  Optional<String> staleClaim() {
    Matcher matcher = CLAIM.matcher(file);
    return matcher.matches() && !matcher.group(1).equals(id)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }
}
