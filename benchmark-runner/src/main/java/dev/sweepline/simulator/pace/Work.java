package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.Prompt;

/**
 * What a time model is asked for.
 *
 * @param outputTokens at least 1
 * @param startNanos when its time begins to count, on the clock of {@link System#nanoTime}
 */
public record Work(Prompt prompt, int outputTokens, long startNanos) {}
