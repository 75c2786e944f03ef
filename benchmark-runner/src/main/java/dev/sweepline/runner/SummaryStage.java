package dev.sweepline.runner;

import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.RunSummary.Server;
import dev.sweepline.measure.ClientFacts;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.Slo;
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
                plan.config().integer("nodes"),
                plan.config().integer("gpus_per_node"),
                plan.config().integer("max_num_seqs"),
                plan.config().integer("data_parallel_size"),
                new ClientFacts(client.loopBusy(), null),
                Slo.DEFAULT));
    return RunSummary.of(
        header,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        result.counts(),
        result.metrics(),
        new Server(plan.model(), plan.serverVersion(), null, null),
        client,
        ClientMeter.host(),
        result.verdict());
  }
}
