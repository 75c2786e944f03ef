/** The simulated server over real connections. */
@NullMarked
package dev.sweepline.simulator;

import org.jspecify.annotations.NullMarked;
