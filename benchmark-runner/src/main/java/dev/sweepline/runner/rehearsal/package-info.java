/** Warms the load generator itself up, away from the server under load. */
@NullMarked
package dev.sweepline.runner.rehearsal;

import org.jspecify.annotations.NullMarked;
