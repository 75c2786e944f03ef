package dev.sweepline.analytics.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a column of {@code runs} holds. Plain types only, so that every engine reads them. */
public enum ColumnType {
  TEXT,
  /** A double; never NaN. */
  NUMBER,
  /** A whole number. */
  COUNT,
  FLAG;

  DataType spark() {
    return switch (this) {
      case TEXT -> DataTypes.StringType;
      case NUMBER -> DataTypes.DoubleType;
      case COUNT -> DataTypes.LongType;
      case FLAG -> DataTypes.BooleanType;
    };
  }
}
