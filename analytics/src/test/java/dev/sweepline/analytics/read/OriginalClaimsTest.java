package dev.sweepline.analytics.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.RequestRate;
import dev.sweepline.measure.verdict.Claim;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OriginalClaimsTest {
  /** Ten successes of 11 tokens: the first after 1 s, the last after 3 s. */
  private static final List<OriginalRequest> RECORDS =
      IntStream.range(0, 10)
          .mapToObj(i -> new OriginalRequest("p", 11, 1.0, 3.0, 0.2, true, null))
          .toList();

  private static Claim claim(String what, Map<String, Double> aggregates) {
    OriginalResult result =
        new OriginalResult(
            "abc", 10, new RequestRate(1), "d", "2025-11-29T10:18:30", 10, 20, aggregates, RECORDS);
    return OriginalClaims.of(result, RECORDS).stream()
        .filter(claim -> claim.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tokensAreCountedAgain() {
    Claim tokens = claim("total_tokens_generated", Map.of("total_tokens_generated", 121.0));
    assertThat(tokens.told()).isEqualTo(121);
    assertThat(tokens.recounted()).isEqualTo(110);
  }

  @Test
  void throughputIsTokensOverTheWholeTime() {
    assertThat(claim("throughput_tokens_per_sec", Map.of()).recounted()).isEqualTo(5.5);
  }

  @Test
  void whatIsNotToldIsUnknown() {
    assertThat(claim("ttft_mean", Map.of()).told()).isNaN();
  }

  @Test
  void theEndFollowsFromFirstTokenAndGaps() {
    Claim end = claim("end_to_end_latency", Map.of());
    assertThat(end.told()).isEqualTo(3);
    assertThat(end.recounted()).isEqualTo(1 + 10 * 0.2);
  }
}
