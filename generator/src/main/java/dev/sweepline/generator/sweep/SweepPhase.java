package dev.sweepline.generator.sweep;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.yaml.Yaml;
import java.util.Comparator;
import java.util.List;

/**
 * A named part of a sweep: the union of a few products.
 *
 * @param name that it is asked for by
 * @param products each combined in full
 */
record SweepPhase(String name, List<Product> products) {
  static final String ALL = "all";

  /** In the order in which all of them run; each has a resource of its name. */
  private static final List<String> NAMES =
      List.of(
          "memory_batch",
          "quantization_caching",
          "expert_parallel",
          "chunked_prefill",
          "scheduler");

  private record Resource(String title, List<Product> products) {}

  SweepPhase {
    products = List.copyOf(products);
  }

  /**
   * One phase by its name, or all of them.
   *
   * @throws UserError exit code 2 when there is none of that name
   */
  static List<SweepPhase> named(String name) {
    if (name.equals(ALL)) {
      return NAMES.stream().map(SweepPhase::load).toList();
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

  private static SweepPhase load(String name) {
    Resource resource = Yaml.resource(Resource.class, SweepPhase.class, name + ".yaml");
    return new SweepPhase(name, resource.products());
  }
}
