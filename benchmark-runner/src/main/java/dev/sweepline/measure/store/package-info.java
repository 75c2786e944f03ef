/** Compact, serialisable stores of primitives. */
@NullMarked
package dev.sweepline.measure.store;

import org.jspecify.annotations.NullMarked;
