package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison needs to know of a metric.
 *
 * @param name its column
 * @param family whose voiding voids it; null when only {@code all} or its own name does
 * @param higherIsBetter which way is better
 * @param scale as it is compared when all values are positive
 * @param margin largest effect that counts as none, on the working scale; null when none is defined
 */
record ComparedMetric(
    String name,
    @Nullable String family,
    boolean higherIsBetter,
    Scale scale,
    @Nullable Double margin) {
  private static final double RATIO_MARGIN = Math.log(1.02);
  private static final double SHARE_MARGIN = 0.02;
  private static final String ALL_FAMILIES = "all";
  private static final Set<String> SHARES =
      Set.of(
          "success_rate",
          "slo_attainment",
          "prom_cache_usage",
          "prom_cache_usage_mean",
          "prom_prefix_hit_rate");
  private static final List<String> HIGHER =
      List.of("throughput_", "steady_", "goodput_", "achieved_rate", "served_rate");
  private static final Set<String> HIGHER_SHARES =
      Set.of("success_rate", "slo_attainment", "prom_prefix_hit_rate");

  static ComparedMetric of(String name) {
    boolean share = SHARES.contains(name);
    boolean count = name.equals("prom_preemptions") || name.startsWith("in_flight_");
    return new ComparedMetric(
        name,
        familyOf(name),
        HIGHER.stream().anyMatch(name::startsWith) || HIGHER_SHARES.contains(name),
        share || count ? Scale.DIFFERENCE : Scale.LOG,
        share ? (Double) SHARE_MARGIN : count ? null : (Double) RATIO_MARGIN);
  }

  private static @Nullable String familyOf(String name) {
    String stem = name.startsWith("service_") ? name.substring("service_".length()) : name;
    if (stem.startsWith("ttft_")) {
      return "ttft";
    }
    if (stem.startsWith("e2e_latency_")) {
      return "e2e";
    }
    if (stem.startsWith("itl_")) {
      return "itl";
    }
    if (stem.startsWith("tpot_")) {
      return "tpot";
    }
    if (stem.startsWith("prom_")) {
      return "server";
    }
    return HIGHER.stream().anyMatch(stem::startsWith) ? "throughput" : null;
  }

  /** Whether a run's list of voided families and columns leaves this metric usable. */
  boolean survives(List<String> voided) {
    return !voided.contains(ALL_FAMILIES)
        && !voided.contains(name)
        && (family == null || !voided.contains(family));
  }

  /** 1 when more is better, else -1. */
  int direction() {
    return higherIsBetter ? 1 : -1;
  }
}
