package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.lake.StagedBatch;
import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.source.EvenTasks;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.measure.Yardstick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads the runs in one pass and stages the tables of requests and samples. A run that lies in two
 * files is read from the first, a finished one before an unfinished; the other is a reject.
 */
public final class IngestJob {
  private static final Comparator<Reject> BY_PLACE =
      Comparator.comparing(Reject::file)
          .thenComparing(Reject::line, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final SparkSession spark;
  private final StagedBatch batch;
  private final ConfigCatalog configs;
  private final Yardstick yardstick;

  /**
   * @param configs for runs that did not bring their own
   */
  public IngestJob(
      SparkSession spark, StagedBatch batch, ConfigCatalog configs, Yardstick yardstick) {
    this.spark = spark;
    this.batch = batch;
    this.configs = configs;
    this.yardstick = yardstick;
  }

  /** Stages the tables of requests and samples; figures and rejects are handed back. */
  public Ingested run(List<RunSource> sources) {
    Findings.Found findings = pass(sources);
    Map<String, Reject> copies = copies(findings);
    if (copies.isEmpty()) {
      return ingested(findings, List.of());
    }
    // The rows of the copies are in the staged table: it is written again without them.
    List<RunSource> once =
        sources.stream().filter(source -> !copies.containsKey(source.file().uri())).toList();
    return ingested(pass(once), List.copyOf(copies.values()));
  }

  private Findings.Found pass(List<RunSource> sources) {
    Findings findings = new Findings();
    spark.sparkContext().register(findings);
    List<List<RunSource>> tasks =
        EvenTasks.pack(sources, spark.sparkContext().defaultParallelism());
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    context.setJobDescription("read %d runs".formatted(sources.size()));
    ConfigCatalog catalog = configs;
    JavaRDD<Row> rows =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .mapPartitions(
                partition -> {
                  List<RunSource> own = new ArrayList<>();
                  partition.forEachRemaining(own::addAll);
                  return rows(own.iterator(), hadoop, catalog, findings);
                });
    batch.stage(RequestsTable.NAME, spark.createDataFrame(rows, RequestsTable.SCHEMA));
    return findings.value();
  }

  private static Iterator<Row> rows(
      Iterator<RunSource> sources,
      SerializableConfiguration hadoop,
      ConfigCatalog catalog,
      Findings findings) {
    List<Reject> rejects = new ArrayList<>();
    RunReader reader = new RunReader(hadoop.value(), catalog, rejects::add);
    return new TaskRows(sources, reader, rejects, findings);
  }

  /** Files that hold a run which another file holds too, by their URI. */
  private static Map<String, Reject> copies(Findings.Found findings) {
    Map<String, String> kept = new HashMap<>();
    Map<String, Reject> copies = new HashMap<>();
    findings.parts().stream()
        .sorted(
            Comparator.comparing((RunPart part) -> part.description().ending())
                .thenComparing(RunPart::uri))
        .forEach(
            part -> {
              RunDescription run = part.description();
              String first = kept.putIfAbsent(run.runUid(), run.source());
              if (first != null) {
                copies.put(
                    part.uri(),
                    new Reject(run.source(), null, "is the same run as " + first, null));
              }
            });
    return copies;
  }

  private Ingested ingested(Findings.Found findings, List<Reject> copies) {
    new SamplesJob(spark, batch).run(findings.parts());
    List<Reject> rejects = new ArrayList<>(findings.rejects());
    rejects.addAll(copies);
    return new Ingested(
        findings.parts().stream().map(part -> part.finish(yardstick)).toList(),
        rejects.stream().sorted(BY_PLACE).toList());
  }
}
