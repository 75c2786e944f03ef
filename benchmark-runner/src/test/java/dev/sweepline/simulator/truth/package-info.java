/** The truth log loses nothing. */
@NullMarked
package dev.sweepline.simulator.truth;

import org.jspecify.annotations.NullMarked;
