/** The Spark application: result trees in, Parquet tables, verdicts, comparisons, reports out. */
@NullMarked
package dev.sweepline.analytics;

import org.jspecify.annotations.NullMarked;
