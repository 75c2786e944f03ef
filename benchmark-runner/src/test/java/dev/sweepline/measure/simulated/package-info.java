/** Runs of a small batching server whose truth is known, to judge the verdicts by. */
@NullMarked
package dev.sweepline.measure.simulated;

import org.jspecify.annotations.NullMarked;
