package dev.sweepline.analytics.read;

import dev.sweepline.measure.verdict.Claim;
import dev.sweepline.measure.verdict.Family;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The aggregates of a result file of the original beside what its records give. */
final class OriginalClaims {
  /** Aggregates that are held against the records; those that are not told are no claim. */
  static final Set<String> KEYS =
      Set.of(
          "total_tokens_generated", "throughput_tokens_per_sec", "ttft_mean", "e2e_latency_mean");

  private static final List<Family> TTFT = List.of(Family.TTFT);
  private static final List<Family> E2E = List.of(Family.E2E);
  private static final List<Family> TOKENS = List.of(Family.TPOT, Family.THROUGHPUT);

  private final DoubleSummaryStatistics ttft = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics endToEnd = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics endToEndOfGaps = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics fromGaps = new DoubleSummaryStatistics();
  private int records;
  private int successes;
  private long tokens;

  private OriginalClaims() {}

  /** All claims of a file that kept its records. */
  static List<Claim> of(OriginalResult result, List<OriginalRequest> records) {
    OriginalClaims claims = new OriginalClaims();
    records.forEach(claims::add);
    return claims.against(result);
  }

  private void add(OriginalRequest request) {
    records++;
    if (!request.success()) {
      return;
    }
    successes++;
    tokens += request.outputLength();
    endToEnd.accept(request.endToEndS());
    Double first = request.ttftS();
    if (first != null) {
      ttft.accept(first);
      Double gap = request.meanGapS();
      if (gap != null && request.outputLength() > 1) {
        endToEndOfGaps.accept(request.endToEndS());
        fromGaps.accept(first + (request.outputLength() - 1) * gap);
      }
    }
  }

  private List<Claim> against(OriginalResult result) {
    Map<String, Double> told = result.aggregates();
    return List.of(
        new Claim("num_requests", result.requests(), records, Family.ALL),
        new Claim("successful_requests", result.successes(), successes, Family.ALL),
        claim(told, "total_tokens_generated", (double) tokens, TOKENS),
        claim(told, "throughput_tokens_per_sec", tokens / result.totalTimeS(), TOKENS),
        claim(told, "ttft_mean", mean(ttft), TTFT),
        claim(told, "e2e_latency_mean", mean(endToEnd), E2E),
        new Claim(
            "end_to_end_latency",
            mean(endToEndOfGaps),
            mean(fromGaps),
            List.of(Family.TTFT, Family.E2E, Family.TPOT)));
  }

  private static Claim claim(
      Map<String, Double> told, String key, double recounted, List<Family> touches) {
    return new Claim(key, told.getOrDefault(key, Double.NaN), recounted, touches);
  }

  private static double mean(DoubleSummaryStatistics values) {
    return values.getCount() == 0 ? Double.NaN : values.getAverage();
  }
}
