/** What a parameter does to a metric: start values, contrasts, words. */
@NullMarked
package dev.sweepline.analytics.comparison;

import org.jspecify.annotations.NullMarked;
