package dev.sweepline.analytics.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table {@code experiments}: one row an experiment. */
public final class ExperimentsTable {
  /** Its folder. */
  public static final String NAME = "experiments";

  private static final List<Column> COLUMNS =
      List.of(
          text("exp_id", Experiment::expId),
          text("names", row -> joined(row.names())),
          text("phases", row -> joined(row.phases())),
          text("state", row -> row.state().name()),
          count("load_points_planned", Experiment::planned),
          count("load_points_done", Experiment::done),
          text("missing_load_points", row -> joined(row.missing())),
          count("starts", Experiment::starts),
          text("reason", Experiment::reason),
          text("job_id", Experiment::jobId),
          text("nodes", row -> joined(row.nodes())),
          text("superseded_runs", row -> joined(row.superseded())));

  /** Its schema for Spark. */
  public static final StructType SCHEMA =
      new StructType(
          COLUMNS.stream()
              .map(column -> DataTypes.createStructField(column.name, column.type, true))
              .toArray(StructField[]::new));

  private ExperimentsTable() {}

  private record Column(String name, DataType type, Function<Experiment, @Nullable Object> value) {}

  private static Column text(String name, Function<Experiment, @Nullable Object> value) {
    return new Column(name, DataTypes.StringType, value);
  }

  private static Column count(String name, Function<Experiment, @Nullable Integer> value) {
    return new Column(name, DataTypes.LongType, row -> widened(value.apply(row)));
  }

  private static @Nullable Object widened(@Nullable Integer count) {
    return count == null ? null : (Long) count.longValue();
  }

  /** Null when there is nothing to join. */
  private static @Nullable Object joined(@Nullable List<String> parts) {
    return parts == null || parts.isEmpty() ? null : String.join(";", parts);
  }

  /** A row by column, as the table has it. */
  public static Map<String, @Nullable Object> values(Experiment row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    COLUMNS.forEach(column -> values.put(column.name, column.value.apply(row)));
    return values;
  }

  /** Its rows for Spark. */
  public static List<Row> rows(List<Experiment> experiments) {
    return experiments.stream()
        .map(row -> RowFactory.create(values(row).values().toArray()))
        .toList();
  }
}
