package dev.sweepline.runner;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.dataset.BodyEncoder;
import dev.sweepline.runner.dataset.Dataset;
import dev.sweepline.runner.dataset.DatasetReader;
import dev.sweepline.runner.output.Progress;
import dev.sweepline.runner.scrape.BearerConnector;
import dev.sweepline.runner.selftest.StoredSelfTest;
import dev.sweepline.runner.server.ServerFacts;
import dev.sweepline.runner.server.ServerProbe;
import dev.sweepline.runner.trace.Trace;
import dev.sweepline.runner.trace.TraceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "The API key comes from OPENAI_API_KEY. Exit codes: 0 valid or suspect, 2 usage, 64 refused,",
      "65 malformed input, 66 no input, 69 no server, 74 invalid, 75 interrupted, 76 cannot write."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final String API_KEY = "OPENAI_API_KEY";
  private static final String MODEL = "model";

  @Mixin private final TargetOptions target = new TargetOptions();
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
    Target server = Target.parse(target.baseUrl);
    Dataset dataset = DatasetReader.read(target.dataset);
    Path traceFile = load.shape.trace;
    Trace trace = traceFile == null ? null : TraceReader.read(traceFile);
    List<Load> loads =
        new LoadPlan(load, target, timeouts, stops, dataset.prompts().size(), trace).loads();
    PointList list =
        new PointList(dataset, trace, load.repeatPrompts || loads.get(0).uniquePrefix() != null);
    Dataset content = list.content();
    ServerConfig stated =
        target.configFile == null
            ? null
            : ContractJson.read(ServerConfig.class, Path.of(target.configFile));
    String apiKey = apiKey();
    ServerFacts facts = new ServerProbe(server.baseUrl(), server::resolve, apiKey).ask();
    String model = facts.model(target.model);
    BodyEncoder encoder = new BodyEncoder(model, loads.get(0), target.temperature);
    ServerConfig config = stated == null ? ServerConfig.of(Map.of(MODEL, model)) : stated;
    CommandSpec self = Objects.requireNonNull(spec, "spec");
    BenchPlan plan =
        new BenchPlan(
            server,
            apiKey,
            list.points(loads, encoder, content, output.repeat),
            config,
            dataset.ref(),
            model,
            facts.version(),
            output.resultsDir.resolve(config.experimentId()),
            output.repeat,
            output.threads,
            StoredSelfTest.ofThisHost(
                output.resultsDir, note -> self.commandLine().getErr().println("bench: " + note)),
            outputPlan,
            metrics.plan(List.of(server), new BearerConnector(apiKey)),
            output.quiet ? Progress.Style.NONE : Progress.Style.ofStandardError());
    return new BenchSession(plan, self.commandLine().getOut(), self.commandLine().getErr())
        .run()
        .status();
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UserError(ExitCode.USAGE, "%s: must be >= 1, got: %d".formatted(option, value));
    }
  }

  private static @Nullable String apiKey() {
    String key = System.getenv(API_KEY);
    return key == null || key.isBlank() ? null : key.strip();
  }
}
