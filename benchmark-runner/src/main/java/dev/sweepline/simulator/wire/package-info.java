/** How events become the bytes of a response's body. */
@NullMarked
package dev.sweepline.simulator.wire;

import org.jspecify.annotations.NullMarked;
