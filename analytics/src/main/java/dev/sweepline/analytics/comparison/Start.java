package dev.sweepline.analytics.comparison;

/**
 * What one server start says of a metric at one load point.
 *
 * @param cell the configuration
 * @param block starts of the same block ran close in time
 * @param value on the working scale, mean over the runs inside the start
 */
record Start(Cell cell, String block, double value) {}
