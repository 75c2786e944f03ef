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
  private final long slowUs;
  private final long lagAloneUs;
  private final double lagOfTtft;
  private final double gapOfE2e;
  private final double ttftTimes;
  private final long ttftPlusUs;

  StarvedClient(Limits limits) {
    slowUs = Wording.us(limits.of("client_limited.lag_ms", 5));
    lagAloneUs = Wording.us(limits.of("client_limited.lag_alone_ms", 10));
    lagOfTtft = limits.of("client_limited.lag_of_ttft", 0.05);
    gapOfE2e = limits.of("client_limited.gap_of_e2e", 0.1);
    ttftTimes = limits.of("client_limited.ttft_times", 2);
    ttftPlusUs = Wording.us(limits.of("client_limited.ttft_plus_ms", 10));
  }

  /** The lag of the event loops, ninth decile, from which the streams are looked at. */
  long slowUs() {
    return slowUs;
  }

  /** The signs in words. */
  String wording() {
    return """
        loop lag p90 above %s and above %s of `ttft_p50`; loop lag p90 above %s and above the \
        median gap, which is less than %s of the median E2E latency a token; loop lag p90 above \
        %s and a mean service TTFT above %s times the server's own mean and %s"""
        .formatted(
            Wording.ms(lagAloneUs),
            Wording.percent(lagOfTtft),
            Wording.ms(slowUs),
            Wording.percent(gapOfE2e),
            Wording.ms(slowUs),
            Wording.number(ttftTimes),
            Wording.ms(ttftPlusUs));
  }

  /** What speaks for it. */
  Numbers signs(RunEvidence run) {
    double lagUs = run.client().loopLagUs();
    return lagUs > slowUs
        ? lag(run, lagUs).and(gaps(run, lagUs)).and(ttft(run, lagUs))
        : Numbers.NONE;
  }

  private Numbers lag(RunEvidence run, double lagUs) {
    double ttft = run.requests().sample(Latency.TTFT).median();
    return lagUs > lagAloneUs && lagUs > lagOfTtft * ttft
        ? Numbers.of("loop_lag_p90_ms", lagUs / 1000).and("ttft_p50_ms", ttft / 1000)
        : Numbers.NONE;
  }

  private Numbers gaps(RunEvidence run, double lagUs) {
    Requests requests = run.requests();
    double gap = requests.sample(RequestRow::isSuccess, RequestRow::medianGapUs).median();
    double perToken = requests.sample(StarvedClient::e2eOfToken).median();
    return gap < lagUs && gap < gapOfE2e * perToken
        ? Numbers.of("loop_lag_p90_ms", lagUs / 1000)
            .and("gap_p50_ms", gap / 1000)
            .and("e2e_per_token_p50_ms", perToken / 1000)
        : Numbers.NONE;
  }

  /** The server's own times to first token, and how much later this client saw them. */
  private Numbers ttft(RunEvidence run, double lagUs) {
    double seenMs = run.requests().sample(Latency.SERVICE_TTFT).mean() / 1000;
    double trueMs = run.server().ttftMeanMs();
    return seenMs > ttftTimes * trueMs + ttftPlusUs / 1000.0
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
