/** Strict reading of YAML. */
@NullMarked
package dev.sweepline.generator.yaml;

import org.jspecify.annotations.NullMarked;
