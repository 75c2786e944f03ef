package dev.sweepline.runner;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.output.Progress;
import dev.sweepline.runner.scrape.ScrapePlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a call needs, checked.
 *
 * @param targets the servers, at least one
 * @param access to them
 * @param points the loads, in the order in which they run; at least one
 * @param config what the server was told
 * @param dataset what is sent
 * @param model that is asked for
 * @param serverVersion null when the server does not say
 * @param folder of the experiment
 * @param repeat which start of the server
 * @param threads event loops
 * @param selfTest the last one of this host; null when there was none
 * @param output how runs end and what is made of their files
 * @param scrape samples that are taken meanwhile
 * @param progress how progress is shown
 */
record BenchPlan(
    List<Target> targets,
    Access access,
    List<LoadPoint> points,
    ServerConfig config,
    DatasetRef dataset,
    String model,
    @Nullable String serverVersion,
    Path folder,
    int repeat,
    int threads,
    @Nullable SelfTest selfTest,
    OutputPlan output,
    ScrapePlan scrape,
    Progress.Style progress) {
  BenchPlan {
    targets = List.copyOf(targets);
    points = List.copyOf(points);
  }
}
