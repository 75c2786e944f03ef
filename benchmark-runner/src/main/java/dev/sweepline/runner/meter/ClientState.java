package dev.sweepline.runner.meter;

import org.jspecify.annotations.Nullable;

/**
 * What the load generator knows of itself at a moment.
 *
 * @param inFlight requests now
 * @param loopBusy largest busy share of an event loop since the last state, 0 to 1
 * @param cpuShare CPU time over wall time and cores since the last state, 0 to 1
 * @param gcPauseMs collector pauses since the last state
 */
public record ClientState(
    int inFlight,
    @Nullable Double loopBusy,
    @Nullable Double cpuShare,
    @Nullable Double gcPauseMs) {}
