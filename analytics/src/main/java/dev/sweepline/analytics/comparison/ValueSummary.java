package dev.sweepline.analytics.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One value of the parameter at one load point.
 *
 * @param load the load point
 * @param value of the parameter
 * @param runs that take part
 * @param experiments among them
 * @param leftOut runs with this value that do not take part
 * @param mean of the metric over the runs; null without runs
 * @param sd standard deviation over the runs; null with fewer than two
 * @param effect against the reference; null for the reference itself and without runs
 */
public record ValueSummary(
    String load,
    String value,
    int runs,
    int experiments,
    int leftOut,
    @Nullable Double mean,
    @Nullable Double sd,
    @Nullable Effect effect) {}
