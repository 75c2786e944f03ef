package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Reject;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code rejected}: one row for all input that became no row elsewhere. */
public final class RejectedTable {
  /** Its folder in a batch. */
  public static final String NAME = "rejected";

  /** Its schema for Spark. */
  public static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("line", DataTypes.LongType, true)
          .add("reason", DataTypes.StringType, false)
          .add("raw", DataTypes.StringType, true);

  private RejectedTable() {}

  /** Its rows for Spark. */
  public static List<Row> rows(List<Reject> rejects) {
    return rejects.stream()
        .map(
            reject ->
                RowFactory.create(reject.file(), reject.line(), reject.reason(), reject.raw()))
        .toList();
  }
}
