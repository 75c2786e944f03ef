/** Sends requests over kept-alive connections and turns what comes back into records. */
@NullMarked
package dev.sweepline.runner.client;

import org.jspecify.annotations.NullMarked;
