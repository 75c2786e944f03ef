/** What will run: experiments, loads and a dataset, decided before anything starts. */
@NullMarked
package dev.sweepline.generator.plan;

import org.jspecify.annotations.NullMarked;
