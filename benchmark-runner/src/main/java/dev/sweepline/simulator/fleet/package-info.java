/** Servers of several processes: their ranks, and how those find each other. */
@NullMarked
package dev.sweepline.simulator.fleet;

import org.jspecify.annotations.NullMarked;
