package dev.sweepline.generator.sweep;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.yaml.Yaml;
import java.util.Comparator;
import java.util.List;

/** The sweeps that come with the program, by name. */
final class Phases {
  static final String ALL = "all";

  /** In the order in which all of them run; each has a resource of its name. */
  private static final List<String> NAMES =
      List.of(
          "memory_batch",
          "quantization_caching",
          "expert_parallel",
          "chunked_prefill",
          "scheduler");

  private Phases() {}

  /**
   * One phase by its name, or all of them.
   *
   * @throws UserError exit code 2 when there is none of that name
   */
  static List<SweepFile> named(String name) {
    if (name.equals(ALL)) {
      return NAMES.stream().map(Phases::load).toList();
    }
    if (!NAMES.contains(name)) {
      throw new UserError(
          ExitCode.USAGE,
          "unknown phase %s; known are %s and %s"
              .formatted(name, String.join(", ", nearestFirst(name)), ALL));
    }
    return List.of(load(name));
  }

  private static List<String> nearestFirst(String name) {
    String nearest = NearestName.of(name, NAMES).orElse("");
    return NAMES.stream()
        .sorted(Comparator.comparing((String known) -> !known.equals(nearest)))
        .toList();
  }

  private static SweepFile load(String name) {
    return Yaml.resource(SweepFile.class, Phases.class, name + ".yaml");
  }
}
