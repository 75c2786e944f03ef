package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.RunSource;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a source depend on besides its files.
 *
 * @param version of this program
 * @param slo that goodput was counted by
 * @param thresholds of the verdict rules
 * @param configs fingerprint of the configurations that foreign runs were joined to; null for none
 */
public record ReadSettings(
    String version, String slo, String thresholds, @Nullable String configs) {
  /**
   * Whether rows that were read under other settings are those of these. Configurations that were
   * joined before stay when none are named now.
   *
   * @param ownRun whether the run brought its configuration
   */
  boolean accept(ReadSettings stored, OwnRun ownRun) {
    return stored.version.equals(version)
        && stored.slo.equals(slo)
        && stored.thresholds.equals(thresholds)
        && (configs == null || ownRun == OwnRun.YES || configs.equals(stored.configs));
  }

  /** Whether a source is a run of this project. */
  enum OwnRun {
    YES,
    NO;

    static OwnRun of(RunSource source) {
      return source instanceof RunSource.Own ? YES : NO;
    }
  }
}
