/** Continuous batching, step by step. */
@NullMarked
package dev.sweepline.simulator.engine;

import org.jspecify.annotations.NullMarked;
