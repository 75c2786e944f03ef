package dev.sweepline.analytics.report;

import dev.sweepline.analytics.lake.Warehouse;
import dev.sweepline.contract.RunFiles;
import java.util.ArrayList;
import java.util.List;

/** Where everything is. */
final class FilesSection implements Section {
  @Override
  public String title() {
    return "Where everything is";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.addAll(Layout.item("every run with all columns: " + RunFiles.RESULTS_CSV));
    lines.addAll(Layout.item("for charts: " + RunFiles.VIZ_JSON));
    lines.add("  - tables for Spark, DuckDB and pandas:");
    lines.add("      " + Warehouse.glob(facts.warehouse(), "runs"));
    return lines;
  }
}
