/** What happened when in a run: requests in flight and tokens a second over its time. */
@NullMarked
package dev.sweepline.analytics.series;

import org.jspecify.annotations.NullMarked;
