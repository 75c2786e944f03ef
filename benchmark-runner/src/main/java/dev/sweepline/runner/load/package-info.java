/** When requests are sent: schedules, open and closed loops, the phases of a run. */
@NullMarked
package dev.sweepline.runner.load;

import org.jspecify.annotations.NullMarked;
