package dev.sweepline.analytics.table;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunSummary.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code runs}, by column. */
public final class RunRow {
  /** The verdict's code for a run that stopped before its end. */
  private static final String INTERRUPTED = "interrupted";

  private final Map<String, @Nullable Object> values;

  /**
   * @param values in the order of the table; numbers are Double or Long
   */
  public RunRow(Map<String, ? extends @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** All values, in the order of the table. */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /** A value as a text; null when unknown. */
  public @Nullable String text(String column) {
    Object value = values.get(column);
    return value instanceof Number number
        ? PlainNumber.format(number)
        : value == null ? null : value.toString();
  }

  /** A value as a number; null when unknown or no number. */
  public @Nullable Double number(String column) {
    return values.get(column) instanceof Number number ? (Double) number.doubleValue() : null;
  }

  /** The parts of a list column, such as the verdict's reasons. */
  public List<String> list(String column) {
    String text = text(column);
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(RunsTable.LIST));
  }

  /** Whether the run came to its end. */
  public boolean isFinished() {
    return !list(RunsTable.VERDICT_REASONS).contains(INTERRUPTED);
  }

  /** Whether a later attempt at the same load point took its place. */
  public boolean isSuperseded() {
    return values.get(RunsTable.SUPERSEDED_BY) != null;
  }

  /** The same row with one more column. */
  RunRow with(String column, @Nullable Object value) {
    Map<String, @Nullable Object> wider = new LinkedHashMap<>(values);
    wider.put(column, value);
    return new RunRow(wider);
  }

  /** The verdict's reasons with their numbers; none where a table has no such column. */
  public List<Reason> reasons() {
    String json = text(RunsTable.VERDICT_EVIDENCE);
    return json == null
        ? List.of()
        : List.of(ContractJson.document(Reason[].class, RunsTable.VERDICT_EVIDENCE, json));
  }
}
