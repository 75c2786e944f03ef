package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.SweepComparison;
import dev.sweepline.analytics.comparison.SweepFindings;
import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.define.DefinedMetrics;
import dev.sweepline.analytics.define.Definition;
import dev.sweepline.analytics.ingest.IngestJob;
import dev.sweepline.analytics.ingest.Ingested;
import dev.sweepline.analytics.report.ReportFacts;
import dev.sweepline.analytics.report.ResultsCsv;
import dev.sweepline.analytics.report.TextReport;
import dev.sweepline.analytics.report.VizJson;
import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.analytics.source.ResultTree;
import dev.sweepline.analytics.table.RejectedTable;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.analytics.table.Warehouse;
import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Files to rows, rows to tables, tables to the report. */
final class Aggregation {
  private final AggregateRequest request;
  private final Configuration hadoop;

  Aggregation(AggregateRequest request, Configuration hadoop) {
    this.request = request;
    this.hadoop = hadoop;
  }

  /**
   * What there is to read.
   *
   * @throws UserError when there is nothing, exit code 66
   */
  FoundRuns find() {
    FoundRuns found = ResultTree.scan(hadoop, request.resultsDirs());
    if (found.isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "%s: no results below it (requests_*.jsonl or results_*.json); name another folder with"
                  .formatted(String.join(", ", request.resultsDirs()))
              + " --results-dir");
    }
    return found;
  }

  /** Reads, judges, commits the tables and writes the outputs. */
  ReportFacts run(SparkSession spark, FoundRuns found) {
    ConfigCatalog configs =
        request.configDir() == null
            ? ConfigCatalog.none()
            : ConfigCatalog.read(request.configDir());
    ReportFacts facts;
    try (Warehouse warehouse = Warehouse.open(hadoop, request.warehouse())) {
      facts = tables(spark, found, configs, warehouse);
    }
    WholeFile.write(request.csv(), ResultsCsv.of(facts.table()));
    WholeFile.write(request.viz(), VizJson.of(facts));
    WholeFile.write(request.report(), TextReport.of(facts));
    return facts;
  }

  private ReportFacts tables(
      SparkSession spark, FoundRuns found, ConfigCatalog configs, Warehouse warehouse) {
    Ingested ingested =
        new IngestJob(spark, warehouse, configs, request.yardstick()).run(found.sources());
    RunsTable runs = RunsTable.of(ingested.runs());
    Questions questions =
        Questions.of(
            request.comparison(),
            DefinedMetrics.add(
                spark,
                runs,
                request.comparison().definitions().stream().map(Definition::parse).toList()),
            found.hasOwnRuns() ? Questions.OwnRuns.PRESENT : Questions.OwnRuns.ABSENT);
    warehouse.stage(
        RunsTable.NAME, spark.createDataFrame(runs.sparkRows(), runs.schema()).coalesce(1));
    warehouse.stage(
        RejectedTable.NAME,
        spark.createDataFrame(RejectedTable.rows(ingested.rejects()), RejectedTable.SCHEMA));
    warehouse.commit();
    return facts(found, configs, ingested, runs, questions, warehouse.location());
  }

  private ReportFacts facts(
      FoundRuns found,
      ConfigCatalog configs,
      Ingested ingested,
      RunsTable runs,
      Questions questions,
      String warehouse) {
    SweepComparison sweep = questions.sweep();
    SweepFindings findings = questions.findings(sweep, request.yardstick().slo());
    List<ParameterComparison> comparisons = questions.comparisons(sweep);
    questions.suggest(findings.main(), comparisons);
    return new ReportFacts(
        runs,
        ingested.rejects(),
        found.skipped(),
        configs,
        questions.metric(),
        findings.main().best(),
        comparisons,
        findings,
        warehouse,
        request.yardstick());
  }
}
