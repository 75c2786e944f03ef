package dev.sweepline.generator.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.contract.ConfigKey;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that stand above those of the base and of a phase. A null takes a key away. */
public final class Overrides {
  private static final JsonMapper SCALARS =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Map<String, @Nullable Object> values;

  private Overrides(Map<String, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Nothing is overridden. */
  public static Overrides none() {
    return new Overrides(Map.of());
  }

  /**
   * From the texts of an option. A value that reads as a JSON number, {@code true}, {@code false}
   * or {@code null} is that; any other is a string.
   *
   * @param settings each {@code KEY=VALUE}; of one key the last counts
   * @throws UserError exit code 2 without a key, 64 for a key that vLLM no longer has
   */
  public static Overrides parse(List<String> settings) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new UserError(ExitCode.USAGE, "--set %s: must be KEY=VALUE".formatted(setting));
      }
      values.put(setting.substring(0, equals), scalar(setting.substring(equals + 1)));
    }
    values.forEach(Overrides::checkAlive);
    return new Overrides(values);
  }

  private static void checkAlive(String key, @Nullable Object value) {
    if (value == null) {
      return;
    }
    for (Finding finding : FlagCatalogue.newest().check(Map.of(key, value))) {
      if (finding.code().equals(FlagCatalogue.REMOVED)) {
        throw new UserError(ExitCode.REFUSED, "--set %s: %s".formatted(key, finding.message()));
      }
    }
  }

  private static @Nullable Object scalar(String text) {
    try {
      JsonNode node = SCALARS.readTree(text);
      if (node.isNull() || node.isNumber() || node.isBoolean()) {
        return SCALARS.convertValue(node, Object.class);
      }
    } catch (JsonProcessingException notJson) {
      return text;
    }
    return text;
  }

  /** These and one more, unless it is null. */
  public Overrides and(String key, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new Overrides(more);
  }

  /** Whether a key, by whatever name, is among these. */
  boolean sets(String key) {
    Set<String> names =
        values.keySet().stream().map(name -> ConfigKey.of(name).name()).collect(Collectors.toSet());
    return names.contains(ConfigKey.of(key).name());
  }

  ServerConfig over(ServerConfig base) {
    ServerConfig config = base;
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      config = replace(config, entry.getKey(), entry.getValue());
    }
    return config;
  }

  /** Sets a key under the name that the configuration already has for it, or takes it away. */
  static ServerConfig replace(ServerConfig config, String key, @Nullable Object value) {
    String wanted = ConfigKey.of(key).name();
    String written =
        config.values().keySet().stream()
            .filter(name -> ConfigKey.of(name).name().equals(wanted))
            .findFirst()
            .orElse(key);
    return value == null ? config.without(written) : config.with(written, value);
  }
}
