package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.lake.StagedBatch;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.read.SamplesReading;
import dev.sweepline.analytics.table.ServerSamplesTable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Stages the table of samples, of those runs that are kept. The pass over the requests has read the
 * same files for the runs' figures, so whatever is no row here is among its rejects.
 */
final class SamplesJob {
  private final SparkSession spark;
  private final StagedBatch batch;

  SamplesJob(SparkSession spark, StagedBatch batch) {
    this.spark = spark;
    this.batch = batch;
  }

  void run(List<RunPart> parts) {
    List<SampledRun> runs = SampledRun.of(parts);
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    context.setJobDescription("read the samples of %d runs".formatted(runs.size()));
    int tasks = Math.max(1, Math.min(runs.size(), spark.sparkContext().defaultParallelism()));
    JavaRDD<Row> rows = context.parallelize(runs, tasks).flatMap(run -> rows(run, hadoop.value()));
    batch.stage(ServerSamplesTable.NAME, spark.createDataFrame(rows, ServerSamplesTable.SCHEMA));
  }

  private static Iterator<Row> rows(SampledRun run, Configuration hadoop) {
    RunReader reader = new RunReader(hadoop, ConfigCatalog.none(), reject -> {});
    Optional<SamplesReading> samples = reader.samples(run.source(), run.description());
    return samples.isPresent()
        ? new SampleRows(run.description(), samples.get())
        : Collections.emptyIterator();
  }
}
