package dev.sweepline.analytics;

import dev.sweepline.analytics.advice.Advisor;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.SweepComparison;
import dev.sweepline.analytics.comparison.SweepFindings;
import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.define.DefinedMetrics;
import dev.sweepline.analytics.define.Definition;
import dev.sweepline.analytics.experiment.Experiments;
import dev.sweepline.analytics.experiment.ExperimentsTable;
import dev.sweepline.analytics.ingest.IngestJob;
import dev.sweepline.analytics.lake.CommitStep;
import dev.sweepline.analytics.lake.Intake;
import dev.sweepline.analytics.lake.Intaken;
import dev.sweepline.analytics.lake.ReadSettings;
import dev.sweepline.analytics.lake.StagedBatch;
import dev.sweepline.analytics.lake.Warehouse;
import dev.sweepline.analytics.page.HtmlReport;
import dev.sweepline.analytics.report.ReportFacts;
import dev.sweepline.analytics.report.ResultsCsv;
import dev.sweepline.analytics.report.TextReport;
import dev.sweepline.analytics.report.VizJson;
import dev.sweepline.analytics.series.SeriesReader;
import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.analytics.source.ResultTree;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Files to rows, rows to tables, tables to the report. */
final class Aggregation {
  private final AggregateRequest request;
  private final Configuration hadoop;
  private final Consumer<String> notice;
  private final CommitStep.Observer steps;

  /**
   * @param notice is told what is going on, a line at a time
   * @param steps is told of each step of the commit
   */
  Aggregation(
      AggregateRequest request,
      Configuration hadoop,
      Consumer<String> notice,
      CommitStep.Observer steps) {
    this.request = request;
    this.hadoop = hadoop;
    this.notice = notice;
    this.steps = steps;
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

  /**
   * Takes in what is new and writes the outputs.
   *
   * @param spark is only asked for when there is something to read
   */
  ReportFacts run(Supplier<SparkSession> spark, FoundRuns found) {
    ConfigCatalog configs =
        request.configDir() == null
            ? ConfigCatalog.none()
            : ConfigCatalog.read(request.configDir());
    ReportFacts facts;
    try (Warehouse warehouse =
        Warehouse.open(hadoop, request.warehouse(), request.lake(), notice, steps)) {
      Intake intake = update(warehouse, spark, found, configs);
      facts = facts(spark, found, configs, intake, warehouse);
    }
    WholeFile.write(request.csv(), ResultsCsv.of(facts.table()));
    WholeFile.write(request.viz(), VizJson.of(facts));
    WholeFile.write(request.report(), TextReport.of(facts));
    WholeFile.write(request.html(), HtmlReport.of(facts));
    return facts;
  }

  private Intake update(
      Warehouse warehouse, Supplier<SparkSession> spark, FoundRuns found, ConfigCatalog configs) {
    Intake intake = warehouse.intake(found, settings(configs), request.lake());
    if (!warehouse.needs(intake, request.lake())) {
      return intake;
    }
    StagedBatch batch = warehouse.begin();
    Intaken intaken = Intaken.NONE;
    if (!intake.pending().isEmpty()) {
      notice.accept(
          "reading %d sources, %.1f MB"
              .formatted(intake.toRead().size(), intake.bytes() / (double) (1 << 20)));
      intaken =
          new IngestJob(spark.get(), batch, configs, request.yardstick(), notice)
              .run(intake.toRead());
    }
    warehouse.commit(batch, intake, intaken, request.lake(), spark);
    return intake;
  }

  private ReadSettings settings(ConfigCatalog configs) {
    return new ReadSettings(
        String.valueOf(Aggregation.class.getPackage().getImplementationVersion()),
        SloOption.text(request.yardstick().slo()),
        request.yardstick().thresholds().changed().toString(),
        configs.fingerprint());
  }

  private ReportFacts facts(
      Supplier<SparkSession> spark,
      FoundRuns found,
      ConfigCatalog configs,
      Intake intake,
      Warehouse warehouse) {
    RunsTable runs = warehouse.runs();
    Experiments experiments = Experiments.of(hadoop, found.folders(), runs);
    warehouse.derive(
        ExperimentsTable.NAME, ExperimentsTable.SCHEMA, ExperimentsTable.rows(experiments.all()));
    Questions questions =
        Questions.of(
            request.comparison(),
            DefinedMetrics.add(
                spark,
                runs,
                request.comparison().definitions().stream().map(Definition::parse).toList()),
            found.hasOwnRuns() ? Questions.OwnRuns.PRESENT : Questions.OwnRuns.ABSENT);
    SweepComparison sweep = questions.sweep();
    SweepFindings findings = questions.findings(sweep, request.yardstick().slo());
    List<ParameterComparison> comparisons = questions.comparisons(sweep);
    questions.suggest(findings.main(), comparisons);
    return new ReportFacts(
        runs,
        experiments.all(),
        warehouse.rejects(),
        Stream.of(found.skipped(), experiments.notes(), intake.notes())
            .flatMap(List::stream)
            .toList(),
        configs,
        questions.metric(),
        findings.main().best(),
        comparisons,
        findings,
        warehouse.location(),
        request.yardstick(),
        Advisor.advise(runs, comparisons, request.targets()),
        new SeriesReader(hadoop, warehouse.location()).of(runs, questions.metric()));
  }
}
