/** Server-sent events as bytes: where an event ends, and what a completion's event says. */
@NullMarked
package dev.sweepline.runner.sse;

import org.jspecify.annotations.NullMarked;
