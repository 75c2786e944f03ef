/** A model of continuous batching without clock, thread or network. */
@NullMarked
package dev.sweepline.simulator.engine;

import org.jspecify.annotations.NullMarked;
