package dev.sweepline.runner.scrape;

import java.util.List;

/**
 * What is sampled in each run of a call, and how often.
 *
 * @param endpoints of the servers
 * @param connector reaches them
 * @param everyS seconds from sample to sample; 0 for no samples
 */
public record ScrapePlan(List<MetricsEndpoint> endpoints, Connector connector, double everyS) {
  public ScrapePlan {
    endpoints = List.copyOf(endpoints);
  }

  /** Whether samples are wanted. */
  public boolean isOn() {
    return everyS > 0;
  }
}
