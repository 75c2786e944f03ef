package dev.sweepline.analytics.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A configuration, by what varies in the sweep.
 *
 * @param settings column and value
 */
public record Configuration(Map<String, String> settings) {
  public Configuration {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  static Configuration of(List<String> parameters, Cell cell) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      settings.put(parameters.get(i), cell.at(i));
    }
    return new Configuration(settings);
  }

  /** As reports have it: {@code max_num_seqs 128, block_size 16}. */
  public String text() {
    return settings.isEmpty()
        ? "the only configuration"
        : settings.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
