package dev.sweepline.runner;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.output.Progress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run needs, checked.
 *
 * @param targets the servers
 * @param access to them
 * @param load what is asked for
 * @param config what the server was told
 * @param dataset what is sent
 * @param payloads one a prompt
 * @param model that is asked for
 * @param serverVersion null when the server does not say
 * @param folder of the experiment
 * @param repeat which start of the server
 * @param threads event loops
 * @param progress how progress is shown
 */
record BenchPlan(
    List<Target> targets,
    Access access,
    Load load,
    ServerConfig config,
    DatasetRef dataset,
    List<Payload> payloads,
    String model,
    @Nullable String serverVersion,
    Path folder,
    int repeat,
    int threads,
    Progress.Style progress) {
  BenchPlan {
    targets = List.copyOf(targets);
    payloads = List.copyOf(payloads);
  }
}
