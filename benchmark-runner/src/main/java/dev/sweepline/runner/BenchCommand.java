package dev.sweepline.runner;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.dataset.BodyEncoder;
import dev.sweepline.runner.dataset.Dataset;
import dev.sweepline.runner.dataset.DatasetReader;
import dev.sweepline.runner.output.Progress;
import dev.sweepline.runner.selftest.StoredSelfTest;
import dev.sweepline.runner.server.Asked;
import dev.sweepline.runner.server.HostLimits;
import dev.sweepline.runner.server.Preflight;
import dev.sweepline.runner.trace.Trace;
import dev.sweepline.runner.trace.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Puts loads on one server, one after the other, and records every request. */
@Command(
    name = "bench",
    description = "Puts loads on one server, one after the other, and records every request.",
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  sweepline bench --base-url http://127.0.0.1:8000 --dataset quick_test --request-rate 5",
      "  sweepline bench --dataset quick_test --concurrency 1,8,64 --max-prompts 200",
      "",
      "The API key comes from OPENAI_API_KEY or --api-key-file.",
      "Exit codes: 0 valid or suspect, 2 usage, 64 refused,",
      "65 malformed input, 66 no input, 69 no server, 74 invalid, 75 interrupted, 76 cannot write."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final String MODEL = "model";

  @Mixin private final TargetOptions target = new TargetOptions();
  @Mixin private final AccessOptions access = new AccessOptions();
  @Mixin private final LoadOptions load = new LoadOptions();
  @Mixin private final TimeoutOptions timeouts = new TimeoutOptions();
  @Mixin private final MetricsOptions metrics = new MetricsOptions();
  @Mixin private final StopOptions stops = new StopOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec spec;

  /** For the composition root; picocli fills the options. */
  public BenchCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    atLeastOne("--repeat", output.repeat);
    atLeastOne("--threads", output.threads);
    OutputPlan outputPlan = output.plan();
    CommandLine self = Objects.requireNonNull(spec, "spec").commandLine();
    List<Target> servers = TargetPlan.targets(target);
    Access way =
        TargetPlan.access(access, servers, warning -> self.getErr().println("bench: " + warning));
    Dataset dataset = DatasetReader.read(target.dataset);
    Path traceFile = load.shape.trace;
    Trace trace = traceFile == null ? null : TraceReader.read(traceFile);
    List<Load> loads =
        new LoadPlan(load, target, timeouts, stops, dataset.prompts().size(), trace).loads();
    PointList list =
        new PointList(dataset, trace, load.repeatPrompts || loads.get(0).uniquePrefix() != null);
    Dataset content = list.content();
    list.note().ifPresent(note -> self.getErr().println("bench: " + note));
    ServerConfig stated =
        target.configFile == null
            ? null
            : ContractJson.read(ServerConfig.class, Path.of(target.configFile));
    Asked server = preflight(new Preflight(servers, way), loads);
    String model = server.model();
    BodyEncoder encoder = new BodyEncoder(model, loads.get(0), target.temperature);
    ServerConfig config = stated == null ? ServerConfig.of(Map.of(MODEL, model)) : stated;
    BenchPlan plan =
        new BenchPlan(
            servers,
            way,
            list.points(loads, encoder, content, output.repeat),
            config,
            dataset.ref(),
            model,
            server.version(),
            output.resultsDir.resolve(config.experimentId()),
            output.repeat,
            output.threads,
            StoredSelfTest.ofThisHost(
                output.resultsDir, note -> self.getErr().println("bench: " + note)),
            outputPlan,
            metrics.plan(servers, way::connection),
            output.quiet ? Progress.Style.NONE : Progress.Style.ofStandardError());
    return new BenchSession(plan, self.getOut(), self.getErr()).run().status();
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UserError(ExitCode.USAGE, "%s: must be >= 1, got: %d".formatted(option, value));
    }
  }

  private Asked preflight(Preflight preflight, List<Load> loads) throws InterruptedException {
    if (access.skipPreflight) {
      return target.model == null ? preflight.ask(null) : new Asked(target.model, null);
    }
    loads.forEach(HostLimits.ofThisHost()::check);
    Asked server = preflight.ask(target.model);
    preflight.tryOut(server.model(), loads.get(0));
    return server;
  }
}
