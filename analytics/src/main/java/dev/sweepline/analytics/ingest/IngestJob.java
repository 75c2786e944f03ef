package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.lake.Intaken;
import dev.sweepline.analytics.lake.StagedBatch;
import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.source.EvenTasks;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.Slice;
import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.measure.Yardstick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the runs in one pass and stages the tables of requests and samples. A run that lies in two
 * files is read from the first, a finished one before an unfinished; the other is a reject.
 */
public final class IngestJob {
  private final SparkSession spark;
  private final StagedBatch batch;
  private final ConfigCatalog configs;
  private final Yardstick yardstick;
  private final Consumer<String> notice;

  /**
   * @param configs for runs that did not bring their own
   * @param notice takes a line now and then that says how far the reading is
   */
  public IngestJob(
      SparkSession spark,
      StagedBatch batch,
      ConfigCatalog configs,
      Yardstick yardstick,
      Consumer<String> notice) {
    this.spark = spark;
    this.batch = batch;
    this.configs = configs;
    this.yardstick = yardstick;
    this.notice = notice;
  }

  /** Stages the tables of requests and samples; figures and rejects are handed back. */
  public Intaken run(List<RunSource> sources) {
    Findings.Found findings = pass(sources);
    List<FinishedRun> runs = findings.finish(yardstick);
    Map<String, Reject> copies = copies(runs);
    if (copies.isEmpty()) {
      return intaken(runs, findings.rejects());
    }
    // The rows of the copies are in the staged table: it is written again without them.
    List<RunSource> once =
        sources.stream().filter(source -> !copies.containsKey(source.file().uri())).toList();
    Findings.Found again = pass(once);
    List<Reject> rejects = new ArrayList<>(again.rejects());
    rejects.addAll(copies.values());
    return intaken(again.finish(yardstick), rejects);
  }

  private Findings.Found pass(List<RunSource> sources) {
    Findings findings = new Findings();
    spark.sparkContext().register(findings);
    List<List<Slice>> tasks =
        EvenTasks.pack(
            sources, spark.sparkContext().defaultParallelism(), EvenTasks.BYTES_PER_TASK);
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    context.setJobDescription("read %d runs".formatted(sources.size()));
    ConfigCatalog catalog = configs;
    Yardstick measure = yardstick;
    JavaRDD<InternalRow> rows =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .mapPartitions(
                partition -> {
                  List<Slice> own = new ArrayList<>();
                  partition.forEachRemaining(own::addAll);
                  List<Reject> rejects = new ArrayList<>();
                  RunReader reader = new RunReader(hadoop.value(), catalog, rejects::add);
                  return new TaskRows(own.iterator(), reader, rejects, measure, findings);
                });
    Progress progress = new Progress(tasks, findings::rejectCount, notice);
    spark.sparkContext().addSparkListener(progress);
    try {
      batch.stage(RequestsTable.NAME, SparkRows.table(spark, rows, RequestsTable.SCHEMA));
    } finally {
      spark.sparkContext().removeSparkListener(progress);
    }
    return findings.value();
  }

  /** Files that hold a run which another file holds too, by their URI. */
  private static Map<String, Reject> copies(List<FinishedRun> runs) {
    Map<String, String> kept = new HashMap<>();
    Map<String, Reject> copies = new HashMap<>();
    runs.stream()
        .sorted(
            Comparator.comparing((FinishedRun run) -> run.description().ending())
                .thenComparing(FinishedRun::uri))
        .forEach(
            found -> {
              RunDescription run = found.description();
              String first = kept.putIfAbsent(run.runUid(), run.source());
              if (first != null) {
                copies.put(
                    found.uri(),
                    new Reject(run.source(), null, "is the same run as " + first, null));
              }
            });
    return copies;
  }

  private Intaken intaken(List<FinishedRun> runs, List<Reject> rejects) {
    new SamplesJob(spark, batch).run(runs);
    return new Intaken(runs.stream().map(FinishedRun::run).toList(), rejects);
  }
}
