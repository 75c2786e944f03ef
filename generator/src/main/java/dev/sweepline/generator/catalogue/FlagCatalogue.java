package dev.sweepline.generator.catalogue;

import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of {@code vllm serve} of one version. */
public final class FlagCatalogue {
  private final VllmVersion version;

  private FlagCatalogue(VllmVersion version) {
    this.version = version;
  }

  /** Of the newest listed version. */
  public static FlagCatalogue newest() {
    return of(VllmVersion.parse("0.32"));
  }

  /** Of a version; one that is not listed takes the nearest lower one, see {@link #notices()}. */
  public static FlagCatalogue of(VllmVersion version) {
    return new FlagCatalogue(version);
  }

  /** What it was asked for. */
  public VllmVersion version() {
    return version;
  }

  /** Whether it stands for another version than was asked for. */
  public List<Finding> notices() {
    return List.of();
  }

  /** An option by a key: dashes or underscores, aliases, unambiguous beginnings. */
  public Optional<Flag> find(String key) {
    return Optional.empty();
  }

  /** What is wrong with settings by their keys; a key that is gone is an error. */
  public List<Finding> check(Map<String, Object> settings) {
    return List.of();
  }

  /** The same for a file of an older tool, in which a key that is gone is a warning. */
  public List<Finding> checkOlder(Map<String, Object> settings) {
    return List.of();
  }
}
