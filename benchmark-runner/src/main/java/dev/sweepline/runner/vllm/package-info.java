/** A run in the form of the result file of {@code vllm bench serve}, for the tools that read it. */
@NullMarked
package dev.sweepline.runner.vllm;

import org.jspecify.annotations.NullMarked;
