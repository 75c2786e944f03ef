/** Rules that end a load before its time. */
@NullMarked
package dev.sweepline.runner.stop;

import org.jspecify.annotations.NullMarked;
