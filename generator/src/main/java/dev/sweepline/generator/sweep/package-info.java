/** From a base configuration and axes to the configurations of a sweep. */
@NullMarked
package dev.sweepline.generator.sweep;

import org.jspecify.annotations.NullMarked;
