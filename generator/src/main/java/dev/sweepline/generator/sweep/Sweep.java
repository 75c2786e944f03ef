package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import java.util.Map;

/**
 * The configurations that were asked for.
 *
 * @param points in order, equal ones included
 */
public record Sweep(List<SweepPoint> points) {
  /** The phase of the one configuration that only shows that everything works. */
  public static final String QUICK_TEST = "quick_test";

  public Sweep {
    points = List.copyOf(points);
  }

  /** One configuration, to try everything with. */
  public static Sweep quickTest(Overrides overrides) {
    return new Sweep(
        List.of(new SweepPoint(QUICK_TEST, base(overrides), Map.of()).sized(overrides)));
  }

  /**
   * A phase of the original, or all of them.
   *
   * @throws dev.sweepline.contract.UserError exit code 2 for an unknown name, 64 when the GPUs do
   *     not divide
   */
  public static Sweep phase(String name, Overrides overrides) {
    ServerConfig base = base(overrides);
    return new Sweep(
        SweepPhase.named(name).stream()
            .flatMap(
                phase ->
                    phase.products().stream()
                        .flatMap(product -> product.over(phase.name(), base, overrides).stream()))
            .map(point -> point.sized(overrides))
            .toList());
  }

  private static ServerConfig base(Overrides overrides) {
    return overrides.over(Yaml.resource(ServerConfig.class, Sweep.class, "base.yaml"));
  }

  /** How many different experiments there are. */
  public long distinct() {
    return points.stream().map(point -> point.config().experimentId()).distinct().count();
  }
}
