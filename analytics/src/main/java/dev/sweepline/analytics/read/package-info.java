/** From a run's files to its request records, its rejects and its figures. */
@NullMarked
package dev.sweepline.analytics.read;

import org.jspecify.annotations.NullMarked;
