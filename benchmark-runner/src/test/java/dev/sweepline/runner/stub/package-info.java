/** A scripted server for the tests of the load generator. */
@NullMarked
package dev.sweepline.runner.stub;

import org.jspecify.annotations.NullMarked;
