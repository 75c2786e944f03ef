/** The HTTP server: connections, routes, answers being written. */
@NullMarked
package dev.sweepline.simulator.server;

import org.jspecify.annotations.NullMarked;
