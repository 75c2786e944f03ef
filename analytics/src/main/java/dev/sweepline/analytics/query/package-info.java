/** Questions in SQL over the tables of a warehouse. */
@NullMarked
package dev.sweepline.analytics.query;

import org.jspecify.annotations.NullMarked;
