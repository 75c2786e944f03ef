/** How servers are reached: what lets the client in, and which servers it believes. */
@NullMarked
package dev.sweepline.runner.access;

import org.jspecify.annotations.NullMarked;
