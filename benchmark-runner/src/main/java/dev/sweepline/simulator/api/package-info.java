/** The OpenAI protocol as vLLM speaks it: bodies in, bodies and events out. */
@NullMarked
package dev.sweepline.simulator.api;

import org.jspecify.annotations.NullMarked;
