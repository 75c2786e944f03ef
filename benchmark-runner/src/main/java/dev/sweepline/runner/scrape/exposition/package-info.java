/** Reads pages of metrics as Prometheus servers do: its text format and OpenMetrics. */
@NullMarked
package dev.sweepline.runner.scrape.exposition;

import org.jspecify.annotations.NullMarked;
