/** The options of {@code vllm serve}, by version, as data; and what its parser accepts. */
@NullMarked
package dev.sweepline.generator.catalogue;

import org.jspecify.annotations.NullMarked;
