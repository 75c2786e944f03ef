package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;

/**
 * A client that waits for a core reads whole streams at once: its first tokens are late and its
 * gaps next to nothing, while throughput looks right. A proxy that buffers does the same to the
 * streams, but not to the event loops of the client.
 */
final class StarvedClient {
  /** The ninth decile of the lag of the event loops from which the streams are looked at. */
  static final long LAG_US = 5_000;

  private static final long LAG_ALONE_US = 10_000;
  private static final double LAG_OF_TTFT = 0.05;
  private static final double GAP_OF_E2E = 0.1;

  private static final double TTFT_TIMES = 2;
  private static final long TTFT_PLUS_US = 10_000;

  /** The signs in words. */
  static final String WORDING =
      ("loop lag p90 above %s and above %s of `ttft_p50`; loop lag p90 above %s and above the"
              + " median gap, which is less than %s of the median E2E latency a token; loop lag p90 above %s and a"
              + " mean service TTFT above %s times the server's own mean and %s")
          .formatted(
              Wording.ms(LAG_ALONE_US),
              Wording.percent(LAG_OF_TTFT),
              Wording.ms(LAG_US),
              Wording.percent(GAP_OF_E2E),
              Wording.ms(LAG_US),
              Wording.number(TTFT_TIMES),
              Wording.ms(TTFT_PLUS_US));

  private StarvedClient() {}

  /** What speaks for it. */
  static Numbers signs(RunEvidence run) {
    double lagUs = run.client().loopLagUs();
    return lagUs > LAG_US
        ? lag(run, lagUs).and(gaps(run, lagUs)).and(ttft(run, lagUs))
        : Numbers.NONE;
  }

  private static Numbers lag(RunEvidence run, double lagUs) {
    double ttft = run.requests().sample(Latency.TTFT).median();
    return lagUs > LAG_ALONE_US && lagUs > LAG_OF_TTFT * ttft
        ? Numbers.of("loop_lag_p90_ms", lagUs / 1000).and("ttft_p50_ms", ttft / 1000)
        : Numbers.NONE;
  }

  private static Numbers gaps(RunEvidence run, double lagUs) {
    Requests requests = run.requests();
    double gap = requests.sample(RequestRow::isSuccess, RequestRow::medianGapUs).median();
    double perToken = requests.sample(StarvedClient::e2eOfToken).median();
    return gap < lagUs && gap < GAP_OF_E2E * perToken
        ? Numbers.of("loop_lag_p90_ms", lagUs / 1000)
            .and("gap_p50_ms", gap / 1000)
            .and("e2e_per_token_p50_ms", perToken / 1000)
        : Numbers.NONE;
  }

  /** The server's own times to first token, and how much later this client saw them. */
  private static Numbers ttft(RunEvidence run, double lagUs) {
    double seenMs = run.requests().sample(Latency.SERVICE_TTFT).mean() / 1000;
    double trueMs = run.server().ttftMeanMs();
    return seenMs > TTFT_TIMES * trueMs + TTFT_PLUS_US / 1000
        ? Numbers.of("loop_lag_p90_ms", lagUs / 1000)
            .and("service_ttft_mean_ms", seenMs)
            .and("server_ttft_mean_ms", trueMs)
        : Numbers.NONE;
  }

  private static long e2eOfToken(RequestRow row) {
    long e2e = Latency.SERVICE_E2E.applyAsLong(row);
    return e2e == RequestRow.NONE || row.outputTokens() <= 0
        ? RequestRow.NONE
        : e2e / row.outputTokens();
  }
}
