/** Ways in which the server fails on purpose. */
@NullMarked
package dev.sweepline.simulator.fault;

import org.jspecify.annotations.NullMarked;
