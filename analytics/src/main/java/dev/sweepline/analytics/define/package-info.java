/** Metrics that the user defines: SQL expressions over the columns of {@code runs}. */
@NullMarked
package dev.sweepline.analytics.define;

import org.jspecify.annotations.NullMarked;
