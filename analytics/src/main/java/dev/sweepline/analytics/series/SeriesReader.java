package dev.sweepline.analytics.series;

import dev.sweepline.analytics.lake.Warehouse;
import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.analytics.table.ServerSamplesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Reads from the tables what happened when in the runs that a page can show. */
public final class SeriesReader {
  /** Above it, requests are not read again for a chart: samples must do. */
  private static final double MOST_REQUESTS = 200_000;

  private final Configuration hadoop;
  private final String warehouse;

  /**
   * @param warehouse where the tables are
   */
  public SeriesReader(Configuration hadoop, String warehouse) {
    this.hadoop = hadoop;
    this.warehouse = warehouse;
  }

  /** The most trusted runs, at most 24, each in at most 120 points. */
  public List<RunSeries> of(RunsTable runs, String metric) {
    List<ChosenRun> chosen = ChosenRun.of(runs, metric);
    if (chosen.isEmpty()) {
      return List.of();
    }
    Map<String, List<StoredRow>> samples =
        rows(ServerSamplesTable.NAME, SampledSeries.COLUMNS, uids(chosen));
    List<ChosenRun> unsampled =
        chosen.stream().filter(run -> !samples.containsKey(run.uid())).toList();
    Map<String, List<StoredRow>> requests =
        unsampled.isEmpty() || requests(runs) > MOST_REQUESTS
            ? Map.of()
            : rows(RequestsTable.NAME, RequestSeries.COLUMNS, uids(unsampled));
    List<RunSeries> series = new ArrayList<>();
    for (ChosenRun run : chosen) {
      if (samples.containsKey(run.uid())) {
        series.add(SampledSeries.of(run, samples.getOrDefault(run.uid(), List.of())));
      } else if (requests.containsKey(run.uid())) {
        series.add(RequestSeries.of(run, requests.getOrDefault(run.uid(), List.of())));
      }
    }
    return series;
  }

  private Map<String, List<StoredRow>> rows(String table, Set<String> columns, Set<String> uids) {
    return new StoredRows(hadoop, Warehouse.glob(warehouse, table), columns).of(uids);
  }

  private static Set<String> uids(List<ChosenRun> chosen) {
    return chosen.stream().map(ChosenRun::uid).collect(Collectors.toSet());
  }

  private static double requests(RunsTable runs) {
    return runs.rows().stream()
        .map(row -> row.number("num_requests"))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
