package dev.sweepline.simulator.server;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * What is wrong with the page of metrics.
 *
 * @param delay from being asked for it to answering
 * @param failing whether the one asked for by that number, from 0, is a 500
 * @param resetAfter number of the request to a model with which all counters begin at 0 again
 */
public record MetricsFaults(Duration delay, LongPredicate failing, OptionalLong resetAfter) {}
