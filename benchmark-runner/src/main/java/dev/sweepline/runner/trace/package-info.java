/** Recorded arrivals: traces of Mooncake's and Azure's form, and the prompts that play them. */
@NullMarked
package dev.sweepline.runner.trace;

import org.jspecify.annotations.NullMarked;
