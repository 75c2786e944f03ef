/** Prompts whose lengths, number and text are known. */
@NullMarked
package dev.sweepline.generator.dataset;

import org.jspecify.annotations.NullMarked;
