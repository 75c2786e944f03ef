package dev.sweepline.simulator.metrics;

import java.util.List;

/**
 * A latency that is shown as a histogram, in seconds; vLLM's names and buckets.
 *
 * @param metric its name on the page
 * @param bounds upper bounds of the buckets, ascending, without infinity
 */
record Latency(String metric, String help, List<Double> bounds) {
  static final Latency TIME_TO_FIRST_TOKEN =
      new Latency(
          "vllm:time_to_first_token_seconds",
          "Histogram of time to first token in seconds.",
          List.of(
              0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5,
              10.0, 20.0, 40.0, 80.0, 160.0, 640.0, 2560.0));

  static final Latency INTER_TOKEN =
      new Latency(
          "vllm:inter_token_latency_seconds",
          "Histogram of inter-token latency in seconds.",
          List.of(
              0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5,
              10.0, 20.0, 40.0, 80.0));

  static final Latency END_TO_END =
      new Latency(
          "vllm:e2e_request_latency_seconds",
          "Histogram of e2e request latency in seconds.",
          List.of(
              0.3, 0.5, 0.8, 1.0, 1.5, 2.0, 2.5, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0,
              120.0, 240.0, 480.0, 960.0, 1920.0, 7680.0));

  static final List<Latency> ALL = List.of(TIME_TO_FIRST_TOKEN, INTER_TOKEN, END_TO_END);
}
