package dev.sweepline.analytics.define;

import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import dev.sweepline.measure.verdict.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Adds the metrics that the user defined to the runs. */
public final class DefinedMetrics {
  private static final String ANSI = "spark.sql.ansi.enabled";
  private static final int DECIMALS = 3;

  private DefinedMetrics() {}

  /**
   * Evaluates them in order; a later one may use an earlier one.
   *
   * @param spark is only asked for when there are definitions
   * @throws dev.sweepline.contract.UserError when one names no column, or holds anything but
   *     arithmetic over columns, exit code 2
   */
  public static SweepRuns add(
      Supplier<SparkSession> spark, RunsTable table, List<Definition> definitions) {
    SweepRuns runs = SweepRuns.of(table);
    if (definitions.isEmpty()) {
      return runs;
    }
    // A division by zero has no value, and says nothing of the other runs: null, no error.
    SparkSession lenient = spark.get().newSession();
    lenient.conf().set(ANSI, "false");
    StructType schema = table.schema();
    for (Definition definition : definitions) {
      runs = add(lenient, runs, schema, definition);
      schema = schema.add(new StructField(definition.name(), DataTypes.DoubleType, true, empty()));
    }
    return runs;
  }

  private static Metadata empty() {
    return Metadata.empty();
  }

  private static SweepRuns add(
      SparkSession spark, SweepRuns runs, StructType schema, Definition definition) {
    List<String> columns = List.of(schema.fieldNames());
    if (columns.contains(definition.name())) {
      throw definition.refused("there is a column of that name");
    }
    Set<String> used = DefinitionParser.columns(spark, definition, columns);
    List<Row> rows = new ArrayList<>();
    for (RunRow row : runs.rows()) {
      rows.add(RowFactory.create(columns.stream().map(row.values()::get).toArray()));
    }
    Dataset<Row> values;
    try {
      values =
          spark
              .createDataFrame(rows, schema)
              .coalesce(1)
              .select(functions.expr(definition.expression()).cast("double"));
    } catch (RuntimeException e) {
      throw definition.refused(reason(e));
    }
    return runs.with(
        metric(runs, definition, used),
        values.collectAsList().stream().map(DefinedMetrics::number).toList());
  }

  private static String reason(RuntimeException failure) {
    return failure.getCause() instanceof AnalysisException
            || failure.getClass().getSimpleName().contains("Analysis")
        ? "is no number for every type of its columns"
        : "cannot be evaluated";
  }

  private static @Nullable Double number(Row row) {
    if (row.isNullAt(0)) {
      return null;
    }
    double value = row.getDouble(0);
    return Double.isFinite(value) ? (Double) value : null;
  }

  /** What voids a column voids all that is made of it. */
  private static Metric metric(SweepRuns runs, Definition definition, Set<String> used) {
    Map<String, Metric> known = new HashMap<>();
    Metric.ALL.forEach(metric -> known.put(metric.name(), metric));
    runs.defined().forEach(metric -> known.put(metric.name(), metric));
    Set<Family> families = new HashSet<>();
    used.forEach(
        column -> {
          Metric metric = known.get(column);
          if (metric != null) {
            families.addAll(metric.families());
          }
        });
    return new Metric(
        definition.name(),
        "",
        families,
        definition.direction(),
        Metric.Scale.RATIO,
        DECIMALS,
        definition.expression());
  }
}
