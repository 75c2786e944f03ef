package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static Metric metric(String name) {
    return Metric.named(name).orElseThrow();
  }

  @Test
  void namesAreUnique() {
    assertThat(Metric.ALL).extracting(Metric::name).doesNotHaveDuplicates();
  }

  @Test
  void theColumnsOfTheOriginalAreThere() {
    assertThat(Metric.ALL)
        .extracting(Metric::name)
        .contains(
            "num_requests",
            "successful_requests",
            "failed_requests",
            "success_rate",
            "total_tokens_generated",
            "total_time",
            "throughput_tokens_per_sec",
            "throughput_requests_per_sec",
            "ttft_p95",
            "e2e_latency_p99",
            "itl_mean");
  }

  @Test
  void theTextsAreAtTheEnd() {
    List<Metric> last = Metric.ALL.subList(Metric.ALL.size() - 2, Metric.ALL.size());
    assertThat(last).extracting(Metric::name).containsExactly("measured_from", "itl_basis");
    assertThat(Metric.ALL.stream().filter(metric -> !metric.isNumber())).isEqualTo(last);
  }

  @Test
  void anUnknownNameHasNoMetric() {
    assertThat(Metric.named("ttft_p42")).isEmpty();
  }

  @Test
  void aMetricIsVoidedWithItsFamily() {
    assertThat(metric("service_ttft_p99").isVoidedBy(List.of("ttft"))).isTrue();
  }

  @Test
  void aMetricIsVoidedByItsName() {
    assertThat(metric("itl_p99").isVoidedBy(List.of("itl_p99"))).isTrue();
  }

  @Test
  void aMetricOfAnotherFamilyStays() {
    assertThat(metric("throughput_tokens_per_sec").isVoidedBy(List.of("ttft", "e2e"))).isFalse();
  }

  @Test
  void goodputFallsWithTheLatencyThatItJudges() {
    assertThat(metric("goodput_requests_per_sec").isVoidedBy(List.of("tpot"))).isTrue();
  }

  @Test
  void countsAreNeverVoided() {
    assertThat(metric("success_rate").isVoidedBy(List.of("ttft", "e2e", "itl", "throughput")))
        .isFalse();
  }
}
