package dev.sweepline.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.measure.verdict.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON object of thresholds by name, such as {@code {"failures.suspect_below": 0.95}}. */
final class ThresholdsFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ThresholdsFile() {}

  /**
   * Reads the file.
   *
   * @throws UserError when there is none, exit code 66
   * @throws ContractException when it holds anything but numbers of known names, exit code 65
   */
  static Thresholds read(Path file) {
    SortedMap<String, Double> changed = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : document(file).properties()) {
      changed.put(known(file, entry.getKey()), number(file, entry.getKey(), entry.getValue()));
    }
    return new Thresholds(changed);
  }

  private static JsonNode document(Path file) {
    try {
      JsonNode document = JSON.readTree(Files.readString(file));
      if (!document.isObject()) {
        throw broken(file, 0, "", "must be a JSON object of numbers");
      }
      return document;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw broken(file, line, "", "is not valid JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, "--verdict-thresholds %s: cannot be read".formatted(file), e);
    }
  }

  private static String known(Path file, String name) {
    SortedMap<String, Double> all = Thresholds.standards();
    if (all.containsKey(name)) {
      return name;
    }
    throw broken(
        file,
        0,
        name,
        "no rule has this threshold; "
            + NearestName.of(name, all.keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse("docs/verdicts.md lists them"));
  }

  private static double number(Path file, String name, JsonNode value) {
    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (number >= 0 && !Double.isInfinite(number)) {
      return number;
    }
    throw broken(file, 0, name, "must be a number from 0 on, got: " + value);
  }

  private static ContractException broken(Path file, int line, String key, String rule) {
    return ContractException.at(file.toString(), line, key, rule);
  }
}
