/** A server whose truth is known: speaks vLLM's protocol, computes nothing. */
@NullMarked
package dev.sweepline.simulator;

import org.jspecify.annotations.NullMarked;
