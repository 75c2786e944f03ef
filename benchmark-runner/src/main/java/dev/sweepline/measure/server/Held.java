package dev.sweepline.measure.server;

/**
 * What a server had at one moment.
 *
 * @param atUs since the run's start
 * @param requests running and waiting, in all engines
 */
public record Held(long atUs, double requests) {}
