package dev.sweepline.runner.scrape;

import java.net.URI;

/**
 * Where a server shows its metrics.
 *
 * @param server base URL, as in the records of its requests
 * @param page of its metrics
 */
public record MetricsEndpoint(String server, URI page) {}
