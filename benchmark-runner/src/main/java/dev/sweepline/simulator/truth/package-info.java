/** What the server really did, for judging clients by. */
@NullMarked
package dev.sweepline.simulator.truth;

import org.jspecify.annotations.NullMarked;
