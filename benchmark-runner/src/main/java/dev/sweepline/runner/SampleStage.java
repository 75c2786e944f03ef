package dev.sweepline.runner;

import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.Sample;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.meter.ClientState;
import dev.sweepline.runner.scrape.Rhythm;
import dev.sweepline.runner.scrape.Sampler;
import dev.sweepline.runner.scrape.SamplesFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The samples of a run: in their file, and with whoever else wants them. */
final class SampleStage implements AutoCloseable {
  private final Runnable atEnd;

  private SampleStage(Runnable atEnd) {
    this.atEnd = atEnd;
  }

  /**
   * Begins, before the load does; does nothing when no samples are wanted.
   *
   * @param states of the client
   * @param onFailure runs when a sample cannot be written
   * @param consumer gets every sample, one at a time
   * @param err where complaints go
   */
  static SampleStage start(
      BenchPlan plan,
      RunHeader header,
      RunClock clock,
      Supplier<ClientState> states,
      Runnable onFailure,
      Consumer<Sample> consumer,
      PrintWriter err)
      throws InterruptedException {
    if (!plan.scrape().isOn()) {
      return new SampleStage(() -> {});
    }
    SamplesFile file = SamplesFile.create(plan.folder(), RunName.parse(header.run()));
    Sampler sampler =
        Sampler.start(
            plan.scrape(),
            Rhythm.of(plan.scrape().everyS(), header.load()),
            header.runUid(),
            clock,
            states,
            List.of(file::append, consumer),
            onFailure);
    return new SampleStage(() -> end(file, sampler, err));
  }

  private static void end(SamplesFile file, Sampler sampler, PrintWriter err) {
    try (file) {
      sampler.close();
    }
    sampler.complaints().forEach(err::println);
    err.flush();
  }

  /** Takes the last samples; the load must have ended. */
  @Override
  public void close() {
    atEnd.run();
  }
}
