package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.scrape.exposition.Page;
import java.io.IOException;
import java.util.List;

/** Samples of the engines of one server. A scrape that fails is a gap. */
final class ServerSource implements SampleSource {
  private final MetricsEndpoint endpoint;
  private final PageFetch fetch;
  private final SampleLines lines;
  private final RunClock clock;
  private final EngineLives lives = new EngineLives();
  private volatile ScrapeTally tally = ScrapeTally.NONE;

  ServerSource(MetricsEndpoint endpoint, PageFetch fetch, SampleLines lines, RunClock clock) {
    this.endpoint = endpoint;
    this.fetch = fetch;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public List<Sample> sample() {
    Page page;
    try {
      page = fetch.get(endpoint.page());
    } catch (IOException e) {
      String message = e.getMessage();
      tally = tally.failed(message == null ? e.getClass().getSimpleName() : message);
      return List.of();
    }
    long atUs = clock.sinceStartUs();
    List<Sample> samples =
        EngineReadings.of(page).stream()
            .map(
                reading -> lines.server(atUs, endpoint.server(), reading, lives.newConfig(reading)))
            .toList();
    tally = tally.read(page.malformedLines(), samples.size());
    return samples;
  }

  @Override
  public int failures() {
    return tally.failuresInARow();
  }

  MetricsEndpoint endpoint() {
    return endpoint;
  }

  ScrapeTally tally() {
    return tally;
  }
}
