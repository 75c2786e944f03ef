package dev.sweepline.measure;

import java.util.List;
import java.util.Locale;

/** What kind of times and gaps the figures were made of. */
final class BasisColumns {
  static final List<MetricColumn> ALL =
      List.of(
          MetricColumn.text(
              "measured_from",
              "clock that `ttft_*` and `e2e_latency_*` start from: `scheduled` (due time),"
                  + " `dispatched` (its task was started) or `sent`",
              figures -> figures.context().measuredFrom().name().toLowerCase(Locale.ROOT)),
          MetricColumn.text(
              "itl_basis",
              "`token` when the tokens behind each gap are known (told, or as many tokens as"
                  + " events), else `event`; null without gaps",
              Figures::itlBasis));

  private BasisColumns() {}
}
