/** Tests of the result file in vLLM's form. */
@NullMarked
package dev.sweepline.runner.vllm;

import org.jspecify.annotations.NullMarked;
