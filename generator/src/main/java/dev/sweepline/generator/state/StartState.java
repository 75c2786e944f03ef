package dev.sweepline.generator.state;

import dev.sweepline.generator.submission.Start;
import org.jspecify.annotations.Nullable;

/**
 * Where one server start stands.
 *
 * @param job its last one as Slurm names it; null when there was none
 * @param nodes where that runs; null when it does not
 * @param reason of a failure or of waiting, one line; null when there is nothing to say
 */
public record StartState(
    Start start,
    State state,
    LoadPoints points,
    @Nullable String job,
    @Nullable String nodes,
    @Nullable String reason) {}
