package dev.sweepline.runner;

import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.RunSummary.Server;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.ServerFacts;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.ClientFacts;
import dev.sweepline.runner.meter.ThisHost;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes a summary of what a run left. */
final class SummaryStage {
  private final BenchPlan plan;
  private final RunHeader header;

  SummaryStage(BenchPlan plan, RunHeader header) {
    this.plan = plan;
    this.header = header;
  }

  RunSummary summary(RunAccumulator accumulator, Client client, Ending ending) {
    RunResult result =
        accumulator.finish(
            new RunContext(
                header.load(),
                MeasuredFrom.SCHEDULED,
                ending,
                null,
                new ServerFacts(plan.config(), null),
                ClientFacts.of(client),
                Yardstick.of(Slo.DEFAULT)));
    return RunSummary.of(
        header,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        result.counts(),
        result.metrics(),
        new Server(
            plan.model(),
            plan.serverVersion(),
            result.server().cacheConfig(),
            result.server().engines()),
        client,
        ThisHost.facts(),
        result.verdict());
  }
}
