package dev.sweepline.simulator.pace;

/**
 * One run of a load generator, as far as the server can tell.
 *
 * @param number in the order of beginning, from 1
 * @param factor how much slower than nominal the server is in it
 */
public record Run(int number, double factor) {}
