/** The report as one page for browsers, complete without a network. */
@NullMarked
package dev.sweepline.analytics.page;

import org.jspecify.annotations.NullMarked;
