package dev.sweepline.generator.plan;

import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is doubtful about the keys of configurations, such as those that no server takes any more.
 */
public final class GoneKeys {
  private GoneKeys() {}

  /** One line for each such key. */
  public static List<String> warnings(List<ConfigFile> files, FlagCatalogue catalogue) {
    Map<Finding, List<ConfigFile>> holders = new LinkedHashMap<>();
    for (ConfigFile file : files) {
      for (Finding finding : catalogue.checkOlder(file.config().identity())) {
        if (!finding.refuses()) {
          holders.computeIfAbsent(finding, unused -> new ArrayList<>()).add(file);
        }
      }
    }
    return holders.entrySet().stream()
        .map(entry -> warning(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String warning(Finding finding, List<ConfigFile> files) {
    return "%s: %s: %s%s"
        .formatted(
            files.get(0).file(),
            finding.key(),
            finding.message(),
            files.size() == 1 ? "" : " (so in %d files)".formatted(files.size()));
  }
}
