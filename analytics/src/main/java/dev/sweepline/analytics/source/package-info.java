/** Finding what a results folder holds, and packing it into even tasks. */
@NullMarked
package dev.sweepline.analytics.source;

import org.jspecify.annotations.NullMarked;
