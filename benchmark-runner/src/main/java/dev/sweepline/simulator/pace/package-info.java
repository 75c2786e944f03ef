/** Time models: when each token of an answer is there, in real time. */
@NullMarked
package dev.sweepline.simulator.pace;

import org.jspecify.annotations.NullMarked;
