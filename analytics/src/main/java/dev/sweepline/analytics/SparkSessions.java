package dev.sweepline.analytics;

import dev.sweepline.analytics.table.RequestsTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The only place that makes a Spark session. Each setting has its reason. */
final class SparkSessions {
  private static final String MASTER = "spark.master";
  private static final String LOCAL = "local[*]";

  /** Parquet's own setting of a column, whose path follows. */
  private static final String NO_DICTIONARY = "spark.hadoop.parquet.enable.dictionary#";

  /** Read by the log configuration of this jar before Spark says its first word. */
  private static final String LOG_LEVEL = "sweepline.log.level";

  private SparkSessions() {}

  /** Hadoop's settings as Spark will have them, without starting it. */
  static Configuration hadoop() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  /** What the log shows: nothing of Spark's, unless a failure is being looked for. */
  static void showLog() {
    System.setProperty(LOG_LEVEL, "warn");
  }

  /**
   * The session, running or new.
   *
   * @param master null for the one that {@code spark-submit} gives, else this machine
   */
  static SparkSession start(@Nullable String master) {
    SparkConf conf = new SparkConf();
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing(MASTER, LOCAL);
    conf.setIfMissing("spark.app.name", "sweepline aggregate");
    if (conf.get(MASTER).startsWith("local")) {
      // A local job lives for seconds: nobody looks at its page, and the port may be taken.
      conf.setIfMissing("spark.ui.enabled", "false");
      // No name service is needed to talk to oneself, and some laptops have none.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    for (String column : RequestsTable.WITHOUT_DICTIONARY) {
      conf.setIfMissing(NO_DICTIONARY + column, "false");
    }
    return SparkSession.builder()
        .config(conf)
        // Times are UTC everywhere, whatever the machine thinks.
        .config("spark.sql.session.timeZone", "UTC")
        // A bad cast or a division by zero is an error, not a silent null.
        .config("spark.sql.ansi.enabled", "true")
        // The tables are small and their tasks are packed already.
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        // Readers take *.parquet; the marker would only be one more file.
        .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .getOrCreate();
  }
}
