package dev.sweepline.analytics;

import dev.sweepline.analytics.advice.Targets;
import dev.sweepline.analytics.lake.LakeRequest;
import dev.sweepline.measure.Yardstick;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aggregate} is asked to do, all defaults filled in but those that the input decides.
 *
 * @param resultsDirs folders or URIs that hold runs
 * @param configDir where configurations of foreign runs are looked for; null to join none
 * @param comparison what is asked of the sweep
 * @param yardstick what runs are judged by
 * @param lake what to do with the tables
 * @param warehouse folder or URI of the tables
 * @param csv {@code experiment_results.csv} or another name
 * @param report {@code experiment_report.txt} or another name
 * @param viz {@code viz_data.json}
 * @param html {@code report.html}
 * @param targets for the advice
 * @param master null for the one that {@code spark-submit} gives, else this machine
 */
record AggregateRequest(
    List<String> resultsDirs,
    @Nullable Path configDir,
    ComparisonRequest comparison,
    Yardstick yardstick,
    LakeRequest lake,
    String warehouse,
    Path csv,
    Path report,
    Path viz,
    Path html,
    Targets targets,
    @Nullable String master) {
  AggregateRequest {
    resultsDirs = List.copyOf(resultsDirs);
  }
}
