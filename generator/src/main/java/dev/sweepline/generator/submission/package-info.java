/** What was handed to Slurm, and what Slurm says of it. */
@NullMarked
package dev.sweepline.generator.submission;

import org.jspecify.annotations.NullMarked;
