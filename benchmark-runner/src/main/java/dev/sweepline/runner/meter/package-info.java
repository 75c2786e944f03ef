/** The load generator watched by itself: what it was too late or too busy for. */
@NullMarked
package dev.sweepline.runner.meter;

import org.jspecify.annotations.NullMarked;
