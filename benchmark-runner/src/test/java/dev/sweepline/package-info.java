/** Checks that concern every package. */
@NullMarked
package dev.sweepline;

import org.jspecify.annotations.NullMarked;
