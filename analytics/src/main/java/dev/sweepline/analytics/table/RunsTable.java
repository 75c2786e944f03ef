package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
  public static final String LOAD_REQUESTS = "load_requests";
  public static final String DATASET_NAME = "dataset_name";
  public static final String DATASET_SHA256 = "dataset_sha256";
  public static final String VERDICT = "verdict";
  public static final String VERDICT_REASONS = "verdict_reasons";
  public static final String VOIDED = "voided";

  /** The verdict's reasons with their numbers, a JSON array. */
  public static final String VERDICT_EVIDENCE = "verdict_evidence";

  /** Where the run's own summary says something else. */
  public static final String SUMMARY_DIFFERENCES = "summary_differences";

  /** The attempt that counts instead. It follows from all runs, so no batch stores it. */
  public static final String SUPERSEDED_BY = "superseded_by";

  public static final String TOOL = "tool";
  public static final String MEASURED_FROM = "measured_from";

  /** Between the parts of a list column. */
  static final String LIST = ";";

  private static final List<RunValue> FIXED =
      Stream.of(IdentityColumns.ALL, LoadColumns.ALL, MetricColumns.ALL, VerdictColumns.ALL)
          .flatMap(List::stream)
          .toList();
  private static final RunColumn SUPERSEDED_COLUMN =
      new RunColumn(SUPERSEDED_BY, ColumnType.TEXT, RunColumn.Group.VERDICT);
  private static final Set<String> FIXED_NAMES =
      Stream.concat(FIXED.stream().map(RunValue::column), Stream.of(SUPERSEDED_COLUMN))
          .map(RunColumn::name)
          .collect(Collectors.toUnmodifiableSet());

  private final List<RunColumn> columns;
  private final List<RunRow> rows;

  private RunsTable(List<RunColumn> columns, Stream<RunRow> rows) {
    this.columns = columns;
    this.rows =
        rows.map(raw -> row(columns, raw))
            .sorted(Comparator.comparing(row -> String.valueOf(row.text(SOURCE))))
            .toList();
  }

  /** The table of the given runs, sorted by source. */
  public static RunsTable of(Collection<Run> runs) {
    return new RunsTable(withFixed(ConfigColumns.of(runs)), runs.stream().map(RunsTable::raw));
  }

  /**
   * A table as it was stored, perhaps by an older or a newer version: a column that it lacks is
   * null, one that is not known here is left out.
   *
   * @param columns what is there
   * @param configColumns names of those that hold configurations
   * @param rows by column
   */
  public static RunsTable stored(
      Map<String, ColumnType> columns,
      Collection<String> configColumns,
      List<Map<String, @Nullable Object>> rows) {
    Stream<RunColumn> config =
        columns.entrySet().stream()
            .filter(entry -> configColumns.contains(entry.getKey()))
            .map(entry -> new RunColumn(entry.getKey(), entry.getValue(), RunColumn.Group.CONFIG));
    return new RunsTable(withFixed(ConfigColumns.union(config)), rows.stream().map(RunRow::new));
  }

  /** The rows of several tables in one, sorted by source. */
  public static RunsTable union(List<RunsTable> tables) {
    Stream<RunColumn> config =
        tables.stream()
            .flatMap(table -> table.columns.stream())
            .filter(column -> column.group() == RunColumn.Group.CONFIG);
    return new RunsTable(
        withFixed(ConfigColumns.union(config)),
        tables.stream().flatMap(table -> table.rows.stream()));
  }

  /** The same rows, these being all runs, with the column {@value #SUPERSEDED_BY}. */
  public RunsTable withAttempts() {
    Map<String, String> superseded = Attempts.supersededBy(rows);
    return new RunsTable(
        Stream.concat(columns.stream(), Stream.of(SUPERSEDED_COLUMN)).toList(),
        rows.stream().map(row -> row.with(SUPERSEDED_BY, superseded.get(row.text(RUN_UID)))));
  }

  /** The rows that a condition holds for. */
  public RunsTable filtered(Predicate<RunRow> condition) {
    return new RunsTable(columns, rows.stream().filter(condition));
  }

  /** The same rows in the columns of a table that has them all. */
  public RunsTable inColumnsOf(RunsTable wider) {
    return new RunsTable(wider.columns, rows.stream());
  }

  /** Whether a column of its own has another type there. */
  public boolean differsFrom(RunsTable wider) {
    return columns.stream()
        .anyMatch(
            column ->
                wider.columns.stream()
                    .anyMatch(
                        other ->
                            other.name().equals(column.name()) && other.type() != column.type()));
  }

  private static List<RunColumn> withFixed(List<RunColumn> config) {
    List<RunColumn> columns = new ArrayList<>();
    for (RunColumn.Group group : RunColumn.Group.values()) {
      FIXED.stream().map(RunValue::column).filter(c -> c.group() == group).forEach(columns::add);
      config.stream().filter(c -> c.group() == group).forEach(columns::add);
    }
    return List.copyOf(columns);
  }

  private static RunRow raw(Run run) {
    Map<String, @Nullable Object> values = new HashMap<>(ConfigColumns.values(run));
    FIXED.forEach(value -> values.put(value.column().name(), value.of(run)));
    return new RunRow(values);
  }

  private static RunRow row(List<RunColumn> columns, RunRow raw) {
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    columns.forEach(
        column -> typed.put(column.name(), column.typed(raw.values().get(column.name()))));
    return new RunRow(typed);
  }

  static boolean isFixed(String name) {
    return FIXED_NAMES.contains(name);
  }

  /** The column of a configuration key, whatever its spelling. */
  public static String configColumn(String key) {
    return ConfigColumns.nameOf(key);
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
