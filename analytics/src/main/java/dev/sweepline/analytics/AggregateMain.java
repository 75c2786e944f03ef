package dev.sweepline.analytics;

import dev.sweepline.analytics.lake.CommitStep;
import dev.sweepline.analytics.report.ReportFacts;
import dev.sweepline.analytics.report.TextReport;
import dev.sweepline.analytics.source.FoundRuns;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.Thresholds;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code aggregate}. */
@Command(
    name = "aggregate",
    description = {
      "Reads result trees, judges every run, writes tables, CSV and report.",
      "Example: aggregate --enrich-configs --compare-param max_num_seqs"
    },
    sortOptions = false)
public final class AggregateMain implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--results-dir",
      paramLabel = "DIR",
      defaultValue = RunFiles.RESULTS,
      description = "Folder or URI with runs, searched deep; repeatable (default: results).")
  private List<String> resultsDirs = List.of();

  @Option(
      names = "--config-dir",
      paramLabel = "DIR",
      description = "Configurations for runs that did not bring theirs (default: configs).")
  private @Nullable Path configDir;

  @Option(
      names = "--enrich-configs",
      description = "Join configurations to foreign results, by content hash or name.")
  private boolean enrichConfigs;

  @Mixin private ComparisonOptions comparison = new ComparisonOptions();

  @Option(
      names = "--slo",
      paramLabel = "LIMITS",
      converter = SloOption.class,
      description = "For goodput, milliseconds (default: ttft=2000,tpot=100).")
  private Slo slo = Slo.DEFAULT;

  @Option(
      names = "--verdict-thresholds",
      paramLabel = "FILE",
      description = "JSON object of thresholds that verdicts are given by (docs/verdicts.md).")
  private @Nullable Path verdictThresholds;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = "Parquet tables (default: warehouse beside the results).")
  private @Nullable String warehouse;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "CSV, report and JSON (default: the first results folder).")
  private @Nullable Path outputDir;

  @Option(
      names = "--output-csv",
      paramLabel = "NAME",
      defaultValue = RunFiles.RESULTS_CSV,
      description = "Name of the CSV (default: ${DEFAULT-VALUE}).")
  private String csvName = RunFiles.RESULTS_CSV;

  @Option(
      names = "--output-report",
      paramLabel = "NAME",
      defaultValue = RunFiles.REPORT_TEXT,
      description = "Name of the report (default: ${DEFAULT-VALUE}).")
  private String reportName = RunFiles.REPORT_TEXT;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: what spark-submit gives, else local[*]).")
  private @Nullable String master;

  @Mixin private OutputOptions outputOptions = new OutputOptions();

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (List.of(args).contains("--debug")) {
      SparkSessions.showLog();
    }
    System.exit(CommandShell.run(new AggregateMain(), args));
  }

  @Override
  public Integer call() {
    AggregateRequest request = request();
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Aggregation aggregation =
        new Aggregation(
            request, SparkSessions.hadoop(), line.getErr()::println, CommitStep.Observer.NONE);
    FoundRuns found = aggregation.find();
    ReportFacts facts = aggregation.run(() -> SparkSessions.start(request.master()), found);
    show(line.getOut(), request, facts);
    return ExitCode.OK.status();
  }

  private AggregateRequest request() {
    ComparisonRequest asked = comparison.request();
    Path outputs = outputDir == null ? localFolder(resultsDirs.get(0)) : outputDir;
    return new AggregateRequest(
        resultsDirs,
        enrichConfigs || !asked.parameters().isEmpty() ? configs() : null,
        asked,
        new Yardstick(
            slo,
            verdictThresholds == null
                ? Thresholds.STANDARD
                : ThresholdsFile.read(verdictThresholds)),
        lake.request(),
        warehouse == null ? besideOf(resultsDirs.get(0)) : warehouse,
        outputs.resolve(csvName),
        outputs.resolve(reportName),
        outputs.resolve(RunFiles.VIZ_JSON),
        outputs.resolve(RunFiles.REPORT_HTML),
        outputOptions.targets(),
        master);
  }

  /**
   * The folder that was named, else the usual one; null where there is none: own runs need none.
   */
  private @Nullable Path configs() {
    Path usual = Path.of(RunFiles.CONFIGS);
    return configDir != null ? configDir : Files.isDirectory(usual) ? usual : null;
  }

  private static Path localFolder(String resultsDir) {
    if (resultsDir.contains("://")) {
      throw new UserError(
          ExitCode.USAGE, "--output-dir must be given when results lie at " + resultsDir);
    }
    return Path.of(resultsDir);
  }

  private static String besideOf(String resultsDir) {
    return resultsDir.contains("://")
        ? resultsDir.replaceFirst("/+$", "").replaceFirst("[^/]+$", RunFiles.WAREHOUSE)
        : Path.of(resultsDir)
            .toAbsolutePath()
            .normalize()
            .resolveSibling(RunFiles.WAREHOUSE)
            .toString();
  }

  private static void show(PrintWriter out, AggregateRequest request, ReportFacts facts) {
    facts.comparisons().forEach(comparison -> out.println(TextReport.of(comparison)));
    out.printf(
        "%d runs read, %d rejects. The report is in %s%n",
        facts.table().rows().size(), facts.rejects().size(), request.report());
    out.flush();
  }
}
