/** Which combinations of levels a part of a sweep has. Knows keys and values, no servers. */
@NullMarked
package dev.sweepline.generator.sweep.design;

import org.jspecify.annotations.NullMarked;
