package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.sweep.design.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration that others are compared with.
 *
 * @param point the first that runs and has its values
 */
public record Reference(Screened point) {
  /**
   * That of a file; empty when it names none.
   *
   * @throws UserError exit code 64 when no point that runs has its values
   */
  public static Optional<Reference> of(SweepFile file, List<Screened> points) {
    return Optional.ofNullable(file.reference()).map(match -> find(match, points));
  }

  private static Reference find(Match match, List<Screened> points) {
    return points.stream()
        .filter(Screened::runs)
        .filter(it -> holds(match, it.point().config().identity()))
        .findFirst()
        .map(Reference::new)
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.REFUSED,
                    "reference %s: no configuration that runs has these values".formatted(match)));
  }

  private static boolean holds(Match match, Map<String, Object> identity) {
    return match.holds(identity::get);
  }

  @Override
  public String toString() {
    return "reference: %s  %s".formatted(point.experimentId(), point.point().name());
  }
}
