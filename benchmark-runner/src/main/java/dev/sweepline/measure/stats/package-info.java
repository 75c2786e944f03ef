/** Exact figures of whole samples: percentiles, counted values, overlapping intervals. */
@NullMarked
package dev.sweepline.measure.stats;

import org.jspecify.annotations.NullMarked;
