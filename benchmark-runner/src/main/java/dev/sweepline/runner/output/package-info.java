/** What a run writes: its files, the progress line, the table at its end. */
@NullMarked
package dev.sweepline.runner.output;

import org.jspecify.annotations.NullMarked;
