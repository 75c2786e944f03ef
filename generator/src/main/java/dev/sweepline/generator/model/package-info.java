/** Facts of models and GPUs that rules need, as data. */
@NullMarked
package dev.sweepline.generator.model;

import org.jspecify.annotations.NullMarked;
