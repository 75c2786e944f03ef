package dev.sweepline.measure.verdict;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** {@code docs/verdicts.md}: all rules in words. */
final class GuidePage {
  private static final String HEAD =
      """
      # Verdicts

      Every run is **valid**, **suspect** (usable for the metric families that no reason voids) or
      **invalid** (never ranked, always listed). Each reason has a code, the numbers behind it, and
      the families of metrics (`ttft`, `e2e`, `itl`, `tpot`, `throughput`, `server`) or single columns
      that it voids. A reason that voids every family makes the run invalid, one that voids some makes
      it suspect; notes change nothing. [metrics.md](metrics.md) says to which families a metric
      belongs. Rules look at measured requests only: warm-up is left out.

      This page is rendered from the rules themselves. Their numbers can be set:
      `aggregate --verdict-thresholds FILE` takes a JSON object such as
      `{"failures.suspect_below": 0.95}`, and the report says which were.

      | code | voids |
      | --- | --- |
      """;

  private static final List<Rule> RULES = Verdicts.rules(Thresholds.STANDARD);

  private GuidePage() {}

  static String render() {
    String table = RULES.stream().map(Rule::guide).map(GuidePage::row).collect(joined());
    return HEAD + table + RULES.stream().map(Rule::guide).map(GuidePage::section).collect(joined());
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static String row(Guide guide) {
    return "| [`%s`](#%s) | %s |\n".formatted(guide.code(), guide.code(), guide.voids());
  }

  /** What can be set, of one rule. */
  private static String limits(String code) {
    String names =
        Thresholds.standards().entrySet().stream()
            .filter(limit -> limit.getKey().startsWith(code + "."))
            .map(limit -> "`%s` %s".formatted(limit.getKey(), Wording.number(limit.getValue())))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "nothing" : names;
  }

  private static String section(Guide guide) {
    return """

        ## %s

        - **Seen:** %s
        - **Threshold:** %s
        - **Why:** %s
        - **What to do:** %s
        - **Voids:** %s
        - **Can be set:** %s
        """
        .formatted(
            guide.code(),
            guide.seen(),
            guide.threshold(),
            guide.why(),
            guide.advice(),
            guide.voids(),
            limits(guide.code()));
  }
}
