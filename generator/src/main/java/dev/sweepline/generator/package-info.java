/** From a sweep to what runs it: configurations, datasets, the plan and the job scripts. */
@NullMarked
package dev.sweepline.generator;

import org.jspecify.annotations.NullMarked;
