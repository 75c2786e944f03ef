/** The rules that say whether a run can be trusted. */
@NullMarked
package dev.sweepline.measure.verdict;

import org.jspecify.annotations.NullMarked;
