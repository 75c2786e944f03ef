package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.sweep.design.SweepPart;
import dev.sweepline.generator.yaml.Yaml;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The configurations that were asked for.
 *
 * @param parts that the points come from
 * @param points in order, equal ones included
 */
public record Sweep(List<SweepPart> parts, List<SweepPoint> points) {
  /** The phase of the one configuration that only shows that everything works. */
  public static final String QUICK_TEST = "quick_test";

  public Sweep {
    parts = List.copyOf(parts);
    points = List.copyOf(points);
  }

  /** One configuration, to try everything with. */
  public static Sweep quickTest(Overrides overrides) {
    ServerConfig config = DataParallel.follow(overrides.over(shippedBase()));
    return new Sweep(List.of(), List.of(new SweepPoint(QUICK_TEST, config, Map.of())));
  }

  /**
   * A phase that comes with the program, or all of them.
   *
   * @throws UserError exit code 2 for an unknown name
   */
  public static Sweep phase(String name, Overrides overrides) {
    List<Sweep> phases =
        Phases.named(name).stream().map(file -> of(file, name, overrides)).toList();
    return new Sweep(
        phases.stream().flatMap(phase -> phase.parts().stream()).toList(),
        phases.stream().flatMap(phase -> phase.points().stream()).toList());
  }

  /**
   * What a file asks for.
   *
   * @param source the file's name, for errors
   * @param overrides values above those of the file; an axis of that key is dropped
   * @throws UserError exit code 64 when a part has too many points, or fewer than asked for
   */
  public static Sweep of(SweepFile file, String source, Overrides overrides) {
    ServerConfig base = file.base() == null ? shippedBase() : file.base();
    return new Sweep(
        file.parts(),
        file.parts().stream().flatMap(part -> points(part, base, source, overrides)).toList());
  }

  private static Stream<SweepPoint> points(
      SweepPart part, ServerConfig base, String source, Overrides overrides) {
    ServerConfig start = overrides.over(withAll(base, part.set()));
    List<Map<String, Object>> levels = levels(part, start, source, overrides);
    Set<String> keys = new LinkedHashSet<>();
    levels.forEach(point -> keys.addAll(point.keySet()));
    Template template = new Template(start, keys);
    return levels.stream()
        .map(
            point -> new SweepPoint(part.name(), DataParallel.follow(template.with(point)), point));
  }

  private static List<Map<String, Object>> levels(
      SweepPart part, ServerConfig start, String source, Overrides overrides) {
    try {
      return part.levels(start, overrides::sets);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          ExitCode.REFUSED, "%s: part %s: %s".formatted(source, part.name(), e.getMessage()), e);
    }
  }

  private static ServerConfig withAll(ServerConfig base, Map<String, Object> values) {
    ServerConfig config = base;
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      config = Overrides.replace(config, entry.getKey(), entry.getValue());
    }
    return config;
  }

  private static ServerConfig shippedBase() {
    return Yaml.resource(ServerConfig.class, Sweep.class, "base.yaml");
  }
}
