package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.ParetoPoint;
import dev.sweepline.analytics.comparison.ParetoSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Configurations that are best in two metrics at once, and what is certain of them. */
final class ParetoSection implements Section {
  private static final int MOST_POINTS = 12;

  @Override
  public String title() {
    return "Trade-off";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    for (ParetoSet set : facts.findings().pareto()) {
      if (set.points().size() > 1) {
        lines.addAll(lines(set));
      }
    }
    return lines;
  }

  private static List<String> lines(ParetoSet set) {
    List<ParetoPoint> line =
        set.points().stream()
            .filter(ParetoPoint::onLine)
            .sorted(Comparator.comparingDouble(ParetoPoint::x))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s (%s is better) against %s (%s is better): of %s, no other one is seen to be better in both than"
                    .formatted(
                        set.x(),
                        word(set.xBetter()),
                        set.y(),
                        word(set.yBetter()),
                        Layout.counted(set.points().size(), "point"))
                + " these."));
    line.stream()
        .limit(MOST_POINTS)
        .forEach(
            point ->
                lines.addAll(
                    Layout.item(
                        "%s and %s: %s at %s (%s)"
                            .formatted(
                                Layout.number(point.x()),
                                Layout.number(point.y()),
                                point.configuration().text(),
                                point.load(),
                                point.state().text()))));
    if (line.size() > MOST_POINTS) {
      lines.addAll(Layout.paragraph("and %d more.".formatted(line.size() - MOST_POINTS)));
    }
    long dominated = count(set, ParetoPoint.State.DOMINATED);
    long open = count(set, ParetoPoint.State.POSSIBLY_ON_THE_FRONT);
    lines.addAll(
        Layout.paragraph(
            "Of the others %d are dominated for certain, and %d may belong to them."
                .formatted(dominated, open)));
    return lines;
  }

  private static String word(ParetoSet.Better better) {
    return better == ParetoSet.Better.HIGHER ? "more" : "less";
  }

  private static long count(ParetoSet set, ParetoPoint.State state) {
    return set.points().stream().filter(point -> point.state() == state).count();
  }
}
