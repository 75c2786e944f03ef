/** Prompts: read from a dataset and encoded as the bodies of requests, all before the run. */
@NullMarked
package dev.sweepline.runner.dataset;

import org.jspecify.annotations.NullMarked;
