/**
 * What the recorded numbers mean: the metrics, exact percentiles, and the verdict of a run. The one
 * implementation that both the load generator and the Spark application use.
 */
@NullMarked
package dev.sweepline.measure;

import org.jspecify.annotations.NullMarked;
