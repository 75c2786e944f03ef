package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.meter.ClientState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Takes samples of the servers and of the client while a load runs, on threads of its own. A server
 * that answers slowly or not at all leaves gaps, and holds up nothing but the start and the end, by
 * seconds.
 */
public final class Sampler implements AutoCloseable {
  private static final Duration SCRAPE_LIMIT = Duration.ofSeconds(5);
  private static final Duration START_LIMIT = Duration.ofSeconds(2);

  private final SampleSink sink;
  private final List<ServerSource> servers;
  private final List<SourceLoop> loops;
  private final CountDownLatch ending = new CountDownLatch(1);

  private Sampler(List<ServerSource> servers, ClientSource client, Rhythm rhythm, SampleSink sink) {
    this.servers = List.copyOf(servers);
    this.sink = sink;
    this.loops =
        Stream.concat(this.servers.stream(), Stream.of(client))
            .map(source -> SourceLoop.start(source, rhythm, sink, ending))
            .toList();
  }

  /**
   * Starts; the first sample of each source is taken when this returns, or 2 seconds are over.
   *
   * @param plan what is sampled
   * @param rhythm how often
   * @param runUid of the run's header
   * @param clock the run's
   * @param client its present state
   * @param consumers each gets every sample, one at a time, on the sampler's threads
   * @param onFailure runs once when a consumer fails; later samples are dropped then
   * @throws InterruptedException when this thread is interrupted
   */
  public static Sampler start(
      ScrapePlan plan,
      Rhythm rhythm,
      String runUid,
      RunClock clock,
      Supplier<ClientState> client,
      List<Consumer<Sample>> consumers,
      Runnable onFailure)
      throws InterruptedException {
    SampleLines lines = new SampleLines(runUid);
    PageFetch fetch = new PageFetch(plan.connector(), SCRAPE_LIMIT);
    Sampler sampler =
        new Sampler(
            plan.endpoints().stream()
                .map(endpoint -> new ServerSource(endpoint, fetch, lines, clock))
                .toList(),
            new ClientSource(lines, clock, client),
            rhythm,
            new SampleSink(consumers, onFailure));
    await(sampler.loops.stream().map(SourceLoop::begun), START_LIMIT);
    return sampler;
  }

  /**
   * Takes the last samples; no consumer is called any more when this returns.
   *
   * @throws RuntimeException what a consumer failed with
   */
  @Override
  public void close() {
    ending.countDown();
    try {
      await(loops.stream().map(SourceLoop::ended), SCRAPE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sink.close();
    }
  }

  /** What a user should know of the scrapes, a line each; none when all went well. */
  public List<String> complaints() {
    return ScrapeReport.of(servers);
  }

  private static void await(Stream<CountDownLatch> latches, Duration limit)
      throws InterruptedException {
    long deadlineNs = System.nanoTime() + limit.toNanos();
    for (CountDownLatch latch : latches.toList()) {
      if (!latch.await(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
    }
  }
}
