package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.Metric;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.ServerFacts;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.ClientFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The run that {@code docs/contracts} shows: the metrics and the verdict of its summary follow from
 * its requests. Its figures were computed apart from this code, after the definitions.
 */
class DocumentedRunTest {
  private static final String RUN = "rate10-06ecb6-r1-a1";
  private static final Offset<Double> ROUNDING = Offset.offset(1e-8);
  private static final Path CONTRACTS =
      Path.of(System.getProperty("sweepline.root")).resolve("docs/contracts");

  private final RunSummary summary =
      ContractJson.read(RunSummary.class, CONTRACTS.resolve("results_" + RUN + ".json"));
  private final RunResult result = recompute();

  @Test
  void theSummaryHasExactlyTheMetricColumns() {
    assertThat(summary.metrics().keySet())
        .containsExactlyElementsOf(Metric.ALL.stream().map(Metric::name).toList());
  }

  @Test
  void itsMetricsFollowFromItsRequests() {
    summary.metrics().forEach((name, stated) -> assertSame(name, stated));
  }

  private void assertSame(String name, @Nullable Object stated) {
    Object recomputed = result.metrics().get(name);
    if (stated instanceof Double number) {
      assertThat(recomputed).as(name).isInstanceOf(Double.class);
      assertThat((Double) recomputed).as(name).isCloseTo(number, ROUNDING);
    } else {
      assertThat(recomputed).as(name).isEqualTo(stated);
    }
  }

  @Test
  void itsVerdictFollowsFromItsRequests() {
    assertThat(result.verdict()).isEqualTo(summary.verdict());
    assertThat(result.counts()).isEqualTo(summary.counts());
  }

  private RunResult recompute() {
    List<String> lines = lines(RunFiles.requests(summary.header().runName()));
    RunHeader header = ContractJson.current().line(RunHeader.class, RUN, 1, lines.get(0));
    RunAccumulator accumulator = new RunAccumulator();
    for (String line : lines.subList(1, lines.size())) {
      accumulator.add(ContractJson.current().line(RequestRecord.class, RUN, 2, line));
    }
    for (String line : lines(RunFiles.samples(header.runName()))) {
      accumulator.addSample(ContractJson.current().line(Sample.class, RUN, 1, line));
    }
    return accumulator.finish(context(header));
  }

  private RunContext context(RunHeader header) {
    return new RunContext(
        header.load(),
        MeasuredFrom.SCHEDULED,
        RunContext.Ending.FINISHED,
        null,
        new ServerFacts(header.config(), summary.server().engines()),
        ClientFacts.of(summary.client()),
        Yardstick.of(Slo.DEFAULT));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(CONTRACTS.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
