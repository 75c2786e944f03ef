package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.Interaction;
import dev.sweepline.analytics.comparison.MainEffect;
import dev.sweepline.analytics.comparison.MetricFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How much every parameter matters, and which of them act together. */
final class EffectsSection implements Section {
  private static final int MOST_INTERACTIONS = 6;
  private static final int NAME_WIDTH = 34;

  @Override
  public String title() {
    return "What matters";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    for (MetricFindings metric : facts.findings().metrics()) {
      if (!metric.mainEffects().isEmpty()) {
        lines.addAll(effects(metric));
        lines.addAll(interactions(metric));
      }
    }
    return lines;
  }

  private static List<String> effects(MetricFindings metric) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s: the largest effect of each parameter's values (%s of the best to the worst value, all else"
                    .formatted(metric.metric(), metric.ratios() ? "ratio" : "difference")
                + " equal), and how likely it is when the parameter does nothing."));
    metric.mainEffects().stream()
        .map(MainEffect::load)
        .distinct()
        .forEach(
            load -> {
              lines.add("  at " + Layout.cut(load, Layout.WIDTH - 5));
              metric.mainEffects().stream()
                  .filter(effect -> effect.load().equals(load))
                  .sorted(
                      Comparator.comparing(
                          MainEffect::range, Comparator.nullsLast(Comparator.reverseOrder())))
                  .forEach(effect -> lines.add(line(effect)));
            });
    return lines;
  }

  private static String line(MainEffect effect) {
    String name = Layout.cut(effect.parameter(), NAME_WIDTH);
    Double range = effect.range();
    if (range == null) {
      return "    %-34s never varied alone".formatted(name);
    }
    MainEffect.FTest test = effect.test();
    return "    %-34s %8s   %s"
        .formatted(
            name,
            String.format(Locale.ROOT, "%.3f", range),
            test == null ? "no start variance" : "p " + p(test.p()));
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static List<String> interactions(MetricFindings metric) {
    List<Interaction> seen = metric.interactions().stream().filter(Interaction::seen).toList();
    if (metric.interactions().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (seen.isEmpty()) {
      lines.addAll(Layout.paragraph("No two of them are seen to act on each other."));
    }
    seen.stream()
        .limit(MOST_INTERACTIONS)
        .forEach(one -> lines.addAll(Layout.item(sentence(metric, one))));
    if (seen.size() > MOST_INTERACTIONS) {
      lines.addAll(Layout.paragraph("and %d more.".formatted(seen.size() - MOST_INTERACTIONS)));
    }
    return lines;
  }

  private static String sentence(MetricFindings metric, Interaction one) {
    return "%s: the effect of %s changes with %s, by %s%s (p %s)."
        .formatted(
            one.load(),
            one.first(),
            one.second(),
            metric.ratios() ? "x" : "",
            String.format(Locale.ROOT, "%.3f", one.effect()),
            one.pHolm() == null ? "unknown" : p(one.pHolm()));
  }
}
