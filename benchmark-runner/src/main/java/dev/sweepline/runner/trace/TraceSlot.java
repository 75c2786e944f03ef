package dev.sweepline.runner.trace;

import org.jspecify.annotations.Nullable;

/**
 * A request of a trace.
 *
 * @param atNs when it came, nanoseconds from any moment that all slots share
 * @param inputTokens length of its prompt; null when the trace has none
 * @param outputTokens length of its answer; null when the trace has none
 */
record TraceSlot(long atNs, @Nullable Integer inputTokens, @Nullable Integer outputTokens) {
  /** Whether it has an answer that can be asked for: some traces mark a failed request by 0. */
  boolean isPlayable() {
    return outputTokens == null || outputTokens > 0;
  }
}
