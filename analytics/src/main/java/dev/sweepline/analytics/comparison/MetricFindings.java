package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Map;

/**
 * What a sweep says by one metric.
 *
 * @param metric its column
 * @param ratios whether effects are ratios, else differences
 * @param usable runs that take part
 * @param leftOut runs that do not, by reason
 * @param best a set a load point
 * @param mainEffects of every parameter that varies, a load point each
 * @param interactions the surest first
 */
public record MetricFindings(
    String metric,
    boolean ratios,
    int usable,
    Map<String, Integer> leftOut,
    List<BestSet> best,
    List<MainEffect> mainEffects,
    List<Interaction> interactions) {}
