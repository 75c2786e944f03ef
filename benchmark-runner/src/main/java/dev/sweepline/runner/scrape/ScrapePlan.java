package dev.sweepline.runner.scrape;

import java.util.List;

/**
 * What is sampled in a run, and how often.
 *
 * @param endpoints of the servers
 * @param connector reaches them
 * @param rhythm of all sources
 */
public record ScrapePlan(List<MetricsEndpoint> endpoints, Connector connector, Rhythm rhythm) {
  public ScrapePlan {
    endpoints = List.copyOf(endpoints);
  }
}
