package dev.sweepline.analytics.report;

import java.util.Map;

/** What the codes of a verdict mean, in words. */
final class ReasonWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("no_success", "no request ended with status 200"),
          Map.entry("no_tokens", "requests ended with 200, but not one brought a token"),
          Map.entry("failures", "too many requests failed"),
          Map.entry("interrupted", "the run did not come to its end"),
          Map.entry("summary_missing", "complete, but without a summary; recomputed"),
          Map.entry(
              "client_limited",
              "the load generator was the limit, not the server: it shows what the client allows"),
          Map.entry("hidden_limit", "something between client and server held requests back"),
          Map.entry(
              "saturated",
              "more was offered than served: TTFT and E2E are mostly time spent in a queue"),
          Map.entry("rate_missed", "the load generator did not keep its schedule"),
          Map.entry("censored", "timeouts cut off the slowest requests"),
          Map.entry("few_samples", "too few requests for a percentile"),
          Map.entry("not_stationary", "the server's speed drifted during the run"),
          Map.entry("warmup_unfinished", "the start of the run was slower than the rest"),
          Map.entry("short_outputs", "answers were shorter than asked for"),
          Map.entry(
              "token_count_by_events", "tokens are counted events, as the server gave no usage"),
          Map.entry("coalesced_stream", "most tokens arrived in lumps"),
          Map.entry("contradiction", "the file's figures contradict its own records"),
          Map.entry("no_request_data", "the file holds only aggregates"),
          Map.entry("units_assumed", "the file does not state its unit"));

  private ReasonWords() {}

  static String of(String code) {
    return WORDS.getOrDefault(code, "see docs/verdicts.md");
  }
}
