package dev.sweepline.analytics;

import dev.sweepline.analytics.query.AnswerFormat;
import dev.sweepline.analytics.query.Question;
import dev.sweepline.analytics.query.WarehouseViews;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code query}. */
@Command(
    name = "query",
    description = {
      "Answers a question in Spark SQL over the tables of a warehouse.",
      "Example: query \"SELECT run, ttft_p95 FROM runs WHERE verdict = 'valid'\""
    },
    sortOptions = false)
public final class QueryMain implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SQL",
      description = "One SELECT, DESCRIBE or SHOW TABLES; the tables are views.")
  private String sql = "";

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = RunFiles.WAREHOUSE,
      description = "Where aggregate wrote the tables (default: ${DEFAULT-VALUE}).")
  private String warehouse = RunFiles.WAREHOUSE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv, json or markdown (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format = AnswerFormat.TABLE;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: what spark-submit gives, else local[*]).")
  private @Nullable String master;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (List.of(args).contains("--debug")) {
      SparkSessions.showLog();
    }
    System.exit(CommandShell.run(new QueryMain(), args));
  }

  @Override
  public Integer call() {
    SparkSession spark = SparkSessions.start(master);
    WarehouseViews.create(spark, warehouse);
    format.print(new Question(sql).ask(spark), Objects.requireNonNull(spec).commandLine().getOut());
    return ExitCode.OK.status();
  }
}
