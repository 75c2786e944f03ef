package dev.sweepline.runner.server;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the servers before the load.
 *
 * @param model to ask for
 * @param version of the first server; null when it does not say
 */
public record Asked(String model, @Nullable String version) {}
