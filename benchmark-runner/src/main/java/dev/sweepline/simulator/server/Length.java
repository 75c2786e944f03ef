package dev.sweepline.simulator.server;

/**
 * How long an answer is.
 *
 * @param made tokens that the engine makes, at least 1
 * @param shown those of them that the client sees
 */
record Length(int made, int shown) {}
