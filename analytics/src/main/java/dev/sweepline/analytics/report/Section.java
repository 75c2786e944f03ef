package dev.sweepline.analytics.report;

import java.util.List;

/** A part of the text report. */
interface Section {
  /** Its heading. */
  String title();

  /** Its lines, at most 80 columns each; none when there is nothing to say. */
  List<String> lines(ReportFacts facts);
}
