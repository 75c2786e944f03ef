/** The one pass over the input: request rows to Spark, figures and rejects to the driver. */
@NullMarked
package dev.sweepline.analytics.ingest;

import org.jspecify.annotations.NullMarked;
