/** Bytes of a body are what the standard allows and no others. */
@NullMarked
package dev.sweepline.simulator.wire;

import org.jspecify.annotations.NullMarked;
