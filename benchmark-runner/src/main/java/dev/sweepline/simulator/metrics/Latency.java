package dev.sweepline.simulator.metrics;

/** The latencies that are shown as histograms, in seconds; vLLM's names and buckets. */
enum Latency {
  TIME_TO_FIRST_TOKEN(
      "vllm:time_to_first_token_seconds",
      "Histogram of time to first token in seconds.",
      0.001,
      0.005,
      0.01,
      0.02,
      0.04,
      0.06,
      0.08,
      0.1,
      0.25,
      0.5,
      0.75,
      1.0,
      2.5,
      5.0,
      7.5,
      10.0,
      20.0,
      40.0,
      80.0,
      160.0,
      640.0,
      2560.0),
  INTER_TOKEN(
      "vllm:inter_token_latency_seconds",
      "Histogram of inter-token latency in seconds.",
      0.01,
      0.025,
      0.05,
      0.075,
      0.1,
      0.15,
      0.2,
      0.3,
      0.4,
      0.5,
      0.75,
      1.0,
      2.5,
      5.0,
      7.5,
      10.0,
      20.0,
      40.0,
      80.0),
  END_TO_END(
      "vllm:e2e_request_latency_seconds",
      "Histogram of e2e request latency in seconds.",
      0.3,
      0.5,
      0.8,
      1.0,
      1.5,
      2.0,
      2.5,
      5.0,
      10.0,
      15.0,
      20.0,
      30.0,
      40.0,
      50.0,
      60.0,
      120.0,
      240.0,
      480.0,
      960.0,
      1920.0,
      7680.0);

  private final String metric;
  private final String help;

  private final double[] bounds;

  Latency(String metric, String help, double... bounds) {
    this.metric = metric;
    this.help = help;
    this.bounds = bounds;
  }

  String metric() {
    return metric;
  }

  String help() {
    return help;
  }

  Histogram histogram() {
    return new Histogram(bounds);
  }
}
