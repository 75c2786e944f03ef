package dev.sweepline.analytics.experiment;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Every experiment that is planned or has runs.
 *
 * @param all those of the plans first, in their order
 * @param notes files that could not be read, each with its reason
 */
public record Experiments(List<Experiment> all, List<String> notes) {
  public Experiments {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }

  /**
   * Joins the runs to the plans beside the results folders, where there are any.
   *
   * @param folders URIs of the results folders
   * @param runs all, with their attempts told apart
   */
  public static Experiments of(Configuration hadoop, List<String> folders, RunsTable runs) {
    SweepFiles files = new SweepFiles(hadoop, folders);
    Map<String, PlannedExperiment> plans = files.plans();
    Map<String, List<RunRow>> rows =
        runs.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> String.valueOf(row.text(RunsTable.EXP_ID)),
                    TreeMap::new,
                    Collectors.toList()));
    Set<String> ids = new LinkedHashSet<>(plans.keySet());
    ids.addAll(rows.keySet());
    List<Experiment> all =
        ids.stream()
            .map(
                id ->
                    new Outcome(
                            files.progress(id),
                            new ExperimentRuns(rows.getOrDefault(id, List.of())))
                        .of(id, plans.get(id)))
            .toList();
    return new Experiments(all, files.notes());
  }
}
