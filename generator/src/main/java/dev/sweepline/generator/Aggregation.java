package dev.sweepline.generator;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command that makes the report of a sweep: that of the checkout that this program is in. */
final class Aggregation {
  /** Seen from this module's jar or classes. */
  private static final String LAUNCHER = "../../scripts/sweepline";

  private Aggregation() {}

  /**
   * The command; empty where this program stands alone.
   *
   * @param results absolute
   */
  static List<String> command(Path results) {
    Path launcher = here().resolveSibling(LAUNCHER).normalize();
    return Files.isExecutable(launcher)
        ? List.of(
            "env",
            "SWEEPLINE_BUILD=never",
            launcher.toString(),
            "aggregate",
            "--results-dir",
            results.toString())
        : List.of();
  }

  private static Path here() {
    try {
      return Path.of(Aggregation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this program has no place", e);
    }
  }
}
