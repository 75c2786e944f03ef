package dev.sweepline.analytics.query;

import dev.sweepline.analytics.lake.Warehouse;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The tables of a warehouse as views of a session. */
public final class WarehouseViews {
  private WarehouseViews() {}

  /**
   * Makes a view of each table, under its name.
   *
   * @param location folder or URI
   * @throws dev.sweepline.contract.UserError when there is no table, exit code 66
   */
  public static void create(SparkSession spark, String location) {
    List<String> tables = Warehouse.tables(spark.sparkContext().hadoopConfiguration(), location);
    for (String table : tables) {
      spark
          .read()
          .option("mergeSchema", "true")
          .parquet(Warehouse.glob(location, table))
          .createOrReplaceTempView(table);
    }
  }
}
