package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.meter.ClientState;
import java.util.List;
import java.util.function.Supplier;

/** Samples of the load generator itself. */
record ClientSource(SampleLines lines, RunClock clock, Supplier<ClientState> client)
    implements SampleSource {
  @Override
  public List<Sample> sample() {
    return List.of(lines.client(clock.sinceStartUs(), client.get()));
  }

  @Override
  public int failures() {
    return 0;
  }
}
