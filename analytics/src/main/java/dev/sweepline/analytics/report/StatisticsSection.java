package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.MetricValues;
import java.util.ArrayList;
import java.util.List;

/** The key metrics over the runs that can be used for each. */
final class StatisticsSection implements Section {
  private static final List<String> METRICS =
      List.of(
          "steady_tokens_per_sec",
          "throughput_tokens_per_sec",
          "throughput_requests_per_sec",
          "ttft_p50",
          "ttft_p95",
          "tpot_p50",
          "itl_p95",
          "e2e_latency_p95",
          "success_rate");

  @Override
  public String title() {
    return "Usable runs, metric by metric";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> rows = new ArrayList<>();
    for (String metric : METRICS) {
      MetricValues values = MetricValues.of(facts.table().rows(), metric);
      if (values.count() > 0) {
        rows.add(
            "  %-28s %5d %10s %10s %10s"
                .formatted(
                    metric,
                    values.count(),
                    Layout.number(values.mean()),
                    Layout.number(values.min()),
                    Layout.number(values.max())));
      }
    }
    if (rows.isEmpty()) {
      return Layout.paragraph("No metric of any run can be used, so there is nothing to average.");
    }
    rows.add(0, "  %-28s %5s %10s %10s %10s".formatted("metric", "runs", "mean", "min", "max"));
    rows.addAll(
        Layout.paragraph(
            "Percentiles of different runs are listed, never merged: mean, min and max of a"
                + " percentile column describe the runs, not the requests."));
    return rows;
  }
}
