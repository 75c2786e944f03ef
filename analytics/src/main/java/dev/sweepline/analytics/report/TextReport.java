package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.ParameterComparison;
import java.util.List;

/** The report for people: the answer first, then what it rests on. */
public final class TextReport {
  private static final List<Section> SECTIONS =
      List.of(
          new AnswerSection(),
          new InputSection(),
          new PlannedSection(),
          new VerdictSection(),
          new OriginalSection(),
          new ComparisonSection(),
          new EffectsSection(),
          new TopSection(),
          new ParetoSection(),
          new LoadSection(),
          new AdviceSection(),
          new StatisticsSection(),
          new ConfigSection(),
          new DifferenceSection(),
          new FilesSection());

  private TextReport() {}

  /** The whole report, 80 columns wide. */
  public static String of(ReportFacts facts) {
    StringBuilder out = new StringBuilder("SWEEPLINE REPORT\n");
    for (Section section : SECTIONS) {
      List<String> lines = section.lines(facts);
      if (!lines.isEmpty()) {
        out.append('\n').append(section.title()).append('\n');
        out.append("-".repeat(section.title().length())).append('\n');
        lines.forEach(line -> out.append(line).append('\n'));
      }
    }
    return out.toString();
  }

  /** One comparison alone, for the terminal. */
  public static String of(ParameterComparison comparison) {
    return String.join("\n", ComparisonSection.of(comparison)) + "\n";
  }
}
