package dev.sweepline.generator.plan;

import dev.sweepline.contract.ConfigKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys of configurations that no server takes any more. */
public final class GoneKeys {
  private GoneKeys() {}

  /** One line for each such key. */
  public static List<String> warnings(List<ConfigFile> files) {
    Map<String, List<ConfigFile>> holders = new TreeMap<>();
    for (ConfigFile file : files) {
      for (String key : file.config().identity().keySet()) {
        if (ConfigKey.of(key).gone() != null) {
          holders.computeIfAbsent(key, unused -> new ArrayList<>()).add(file);
        }
      }
    }
    return holders.entrySet().stream()
        .map(entry -> warning(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String warning(String key, List<ConfigFile> files) {
    return "%s: %s: %s; no option is written%s"
        .formatted(
            files.get(0).file(),
            key,
            ConfigKey.of(key).gone(),
            files.size() == 1 ? "" : " (so in %d files)".formatted(files.size()));
  }
}
