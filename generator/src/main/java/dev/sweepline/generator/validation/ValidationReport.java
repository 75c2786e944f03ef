package dev.sweepline.generator.validation;

import dev.sweepline.generator.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is wrong or doubtful, by file.
 *
 * @param findings of each file that was read, each once; empty for one that is fine
 */
public record ValidationReport(Map<String, Set<Finding>> findings) {
  public ValidationReport {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /** How many findings refuse a configuration. */
  public long errors() {
    return count(Finding.Level.ERROR);
  }

  /** How many findings only warn. */
  public long warnings() {
    return count(Finding.Level.WARNING);
  }

  private long count(Finding.Level level) {
    return findings.values().stream()
        .flatMap(Collection::stream)
        .filter(finding -> finding.level() == level)
        .count();
  }

  /** A line for each finding, and one with the counts. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    findings.forEach((file, found) -> found.forEach(finding -> lines.add(line(file, finding))));
    lines.add("%d files: %d errors, %d warnings".formatted(findings.size(), errors(), warnings()));
    return lines;
  }

  private static String line(String place, Finding finding) {
    return "%s: %s: %s%s (%s)"
        .formatted(
            place,
            level(finding),
            finding.key() == null ? "" : finding.key() + ": ",
            finding.message(),
            finding.code());
  }

  private static String level(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }

  /** The same for machines. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("files", findings.entrySet().stream().map(ValidationReport::file).toList());
    json.put("errors", errors());
    json.put("warnings", warnings());
    return json;
  }

  private static Map<String, Object> file(Map.Entry<String, Set<Finding>> entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", entry.getKey());
    json.put("findings", entry.getValue().stream().map(ValidationReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("level", level(finding));
    json.put("code", finding.code());
    if (finding.key() != null) {
      json.put("key", Objects.requireNonNull(finding.key()));
    }
    json.put("message", finding.message());
    return json;
  }
}
