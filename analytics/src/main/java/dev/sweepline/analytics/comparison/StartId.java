package dev.sweepline.analytics.comparison;

/**
 * One server start.
 *
 * @param cell its configuration
 * @param start among those of the configuration
 * @param block starts of the same block ran close in time
 */
record StartId(Cell cell, String start, String block) {}
