/** What is kept of a run's requests, and the latencies that are read from it. */
@NullMarked
package dev.sweepline.measure.requests;

import org.jspecify.annotations.NullMarked;
