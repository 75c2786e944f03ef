package dev.sweepline.analytics;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The floor of aggregate: its own session, which writes one row to Parquet and reads it back. */
final class BareSession {
  private BareSession() {}

  public static void main(String[] args) {
    StructType schema = new StructType().add("value", DataTypes.LongType);
    SparkSession spark = SparkSessions.start(null);
    spark.createDataFrame(List.of(RowFactory.create(1L)), schema).write().parquet(args[0]);
    spark.read().schema(schema).parquet(args[0]).collectAsList();
    System.exit(0);
  }
}
