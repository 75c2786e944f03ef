package dev.sweepline.runner.client;

import dev.sweepline.contract.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A request that is about to be sent.
 *
 * @param requestId sent as {@code X-Request-Id}
 * @param index place in the order of dispatch
 * @param phase the part of the run
 * @param payload what is sent
 * @param scheduledUs when it is due, since the run's start
 * @param admittedUs when a permit was free, since the run's start; null when it never was
 */
public record LoadRequest(
    String requestId,
    int index,
    Phase phase,
    Payload payload,
    long scheduledUs,
    @Nullable Long admittedUs) {}
