/** Parts of the server by themselves. */
@NullMarked
package dev.sweepline.simulator.server;

import org.jspecify.annotations.NullMarked;
