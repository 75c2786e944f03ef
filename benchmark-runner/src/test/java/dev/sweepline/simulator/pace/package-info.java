/** Runs, and times. */
@NullMarked
package dev.sweepline.simulator.pace;

import org.jspecify.annotations.NullMarked;
