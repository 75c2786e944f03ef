/** The load generator: the command {@code bench} and how a run is put together. */
@NullMarked
package dev.sweepline.runner;

import org.jspecify.annotations.NullMarked;
