package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.vetting.Vetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A point and what became of it.
 *
 * @param point as it was asked for
 * @param config without settings that have no effect
 * @param experimentId of that
 * @param refusal why it will not run; empty when it will
 */
public record Screened(
    SweepPoint point, ServerConfig config, String experimentId, Optional<Finding> refusal) {
  /** Every point of a sweep, in order; equal experiments are judged once. */
  public static List<Screened> all(Sweep sweep, Vetting vetting) {
    Map<String, Optional<Finding>> judged = new HashMap<>();
    return sweep.points().stream()
        .map(
            point -> {
              ServerConfig config = vetting.folded(point.config());
              String id = config.experimentId();
              return new Screened(
                  point, config, id, judged.computeIfAbsent(id, key -> judge(config, vetting)));
            })
        .toList();
  }

  private static Optional<Finding> judge(ServerConfig config, Vetting vetting) {
    return Stream.concat(DataParallel.refusal(config).stream(), vetting.findings(config).stream())
        .filter(Finding::refuses)
        .findFirst();
  }

  /** Whether it will run. */
  public boolean runs() {
    return refusal.isEmpty();
  }

  /** A finding on one line. */
  static String reason(Finding finding) {
    return finding.code()
        + ": "
        + (finding.key() == null ? "" : finding.key() + ": ")
        + finding.message();
  }

  /** Why it will not run, on one line; empty when it will. */
  public Optional<String> reason() {
    return refusal.map(Screened::reason);
  }
}
