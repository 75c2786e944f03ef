/** Samples of the server's metrics and of the client, taken while a load runs. */
@NullMarked
package dev.sweepline.runner.scrape;

import org.jspecify.annotations.NullMarked;
