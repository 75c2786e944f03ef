/** What is kept of a server's samples, and what is read from them. */
@NullMarked
package dev.sweepline.measure.server;

import org.jspecify.annotations.NullMarked;
