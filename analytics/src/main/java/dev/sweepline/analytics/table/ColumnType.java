package dev.sweepline.analytics.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a column of {@code runs} holds. Plain types only, so that every engine reads them. */
public enum ColumnType {
  TEXT(DataTypes.StringType),
  /** A double; never NaN. */
  NUMBER(DataTypes.DoubleType),
  /** A whole number. */
  COUNT(DataTypes.LongType),
  FLAG(DataTypes.BooleanType);

  private final DataType spark;

  ColumnType(DataType spark) {
    this.spark = spark;
  }

  DataType spark() {
    return spark;
  }
}
