/** What is asked of the server before the load starts. */
@NullMarked
package dev.sweepline.runner.server;

import org.jspecify.annotations.NullMarked;
