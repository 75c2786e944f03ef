/** What became of each experiment: the plan, the words of its job script, and its runs, joined. */
@NullMarked
package dev.sweepline.analytics.experiment;

import org.jspecify.annotations.NullMarked;
