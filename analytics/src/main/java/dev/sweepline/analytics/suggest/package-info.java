/** The next round of a sweep: what would settle what is open. */
@NullMarked
package dev.sweepline.analytics.suggest;

import org.jspecify.annotations.NullMarked;
