package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code runs}: one row a run. Columns: identity, configuration, load, metrics, verdict.
 * All are fixed but those of the configuration.
 */
public final class RunsTable {
  /** Its folder in a batch. */
  public static final String NAME = "runs";

  public static final String RUN_UID = "run_uid";
  public static final String EXP_ID = "exp_id";
  public static final String RUN = "run";
  public static final String REPEAT = "repeat";
  public static final String SOURCE = "source";
  public static final String CONFIG_BASIS = "config_basis";
  public static final String LOAD = "load";
  public static final String DATASET_NAME = "dataset_name";
  public static final String VERDICT = "verdict";
  public static final String VERDICT_REASONS = "verdict_reasons";
  public static final String VOIDED = "voided";

  /** The verdict's reasons with their numbers, a JSON array. */
  public static final String VERDICT_EVIDENCE = "verdict_evidence";

  /** Where the run's own summary says something else. */
  public static final String SUMMARY_DIFFERENCES = "summary_differences";

  public static final String TOOL = "tool";
  public static final String MEASURED_FROM = "measured_from";

  /** Between the parts of a list column. */
  static final String LIST = ";";

  private static final Set<String> FIXED =
      Stream.of(IdentityColumns.ALL, LoadColumns.ALL, MetricColumns.ALL, VerdictColumns.ALL)
          .flatMap(List::stream)
          .map(RunColumn::name)
          .collect(Collectors.toUnmodifiableSet());

  private final List<RunColumn> columns;
  private final List<RunRow> rows;

  private RunsTable(List<RunColumn> columns, List<RunRow> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The table of the given runs, sorted by source. */
  public static RunsTable of(Collection<Run> runs) {
    List<RunColumn> columns =
        Stream.of(
                IdentityColumns.ALL,
                ConfigColumns.of(runs, FIXED),
                LoadColumns.ALL,
                MetricColumns.ALL,
                VerdictColumns.ALL)
            .flatMap(List::stream)
            .toList();
    List<RunRow> rows =
        runs.stream()
            .sorted(Comparator.comparing(run -> run.description().source()))
            .map(run -> row(columns, run))
            .toList();
    return new RunsTable(columns, rows);
  }

  private static RunRow row(List<RunColumn> columns, Run run) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column.name(), column.of(run)));
    return new RunRow(values);
  }

  /** The column of a configuration key, whatever its spelling. */
  public static String configColumn(String key) {
    return ConfigColumns.nameOf(key, FIXED);
  }

  /** All columns, in order. */
  public List<RunColumn> columns() {
    return columns;
  }

  /** The names of one group's columns, in order. */
  public List<String> names(RunColumn.Group group) {
    return columns.stream().filter(column -> column.group() == group).map(RunColumn::name).toList();
  }

  /** All rows. */
  public List<RunRow> rows() {
    return rows;
  }

  /** Its schema for Spark. */
  public StructType schema() {
    return new StructType(columns.stream().map(RunColumn::field).toArray(StructField[]::new));
  }

  /** Its rows for Spark. */
  public List<Row> sparkRows() {
    List<Row> out = new ArrayList<>();
    rows.forEach(row -> out.add(RowFactory.create(row.values().values().toArray())));
    return out;
  }
}
