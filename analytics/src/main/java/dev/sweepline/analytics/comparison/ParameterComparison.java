package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter does to one metric, over all load points.
 *
 * @param parameter its column, or the client's {@code load} or {@code dataset}
 * @param metric its column
 * @param higherIsBetter which way the metric is better
 * @param ratios whether effects are ratios, else differences
 * @param reference the value that the others are held against; null when no run states one
 * @param values every value at every load point, in natural order
 * @param usable runs that take part
 * @param leftOut runs that do not, by reason
 */
public record ParameterComparison(
    String parameter,
    String metric,
    boolean higherIsBetter,
    boolean ratios,
    @Nullable String reference,
    List<ValueSummary> values,
    int usable,
    Map<String, Integer> leftOut) {}
