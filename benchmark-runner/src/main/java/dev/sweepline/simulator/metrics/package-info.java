/** The page of figures under {@code /metrics}, in vLLM's names. */
@NullMarked
package dev.sweepline.simulator.metrics;

import org.jspecify.annotations.NullMarked;
