/** Tests of the ways to fail. */
@NullMarked
package dev.sweepline.simulator.fault;

import org.jspecify.annotations.NullMarked;
