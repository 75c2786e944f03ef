package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.Sample.Source;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.meter.ClientState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SamplerTest {
  private static final Rhythm OFTEN = new Rhythm(0.001, 0.001);
  private static final Rhythm NEVER_AGAIN = new Rhythm(1e6, 1e9);
  private static final String PAGE =
      """
      vllm:num_requests_running{engine="0",model_name="m"} 1
      vllm:generation_tokens_total{engine="0",model_name="m"} %d
      vllm:generation_tokens_created{engine="0",model_name="m"} %d
      vllm:cache_config_info{engine="0",block_size="16"} 1
      """;

  private final BlockingQueue<Sample> samples = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  private Sampler start(Rhythm rhythm, Consumer<Sample> consumer, MetricsServer... servers)
      throws InterruptedException {
    return Sampler.start(
        new ScrapePlan(
            Stream.of(servers).map(MetricsServer::endpoint).toList(), Access.open()::connection, 1),
        rhythm,
        "uid",
        new RunClock(System::nanoTime),
        () -> new ClientState(7, 0.5, 0.25, 3.0),
        List.of(consumer),
        failures::incrementAndGet);
  }

  private Sampler start(Rhythm rhythm, MetricsServer... servers) throws InterruptedException {
    return start(rhythm, samples::add, servers);
  }

  private List<Sample> of(Source source) {
    return samples.stream().filter(sample -> sample.source() == source).toList();
  }

  private Sample nextOf(Source source) throws InterruptedException {
    Sample next = samples.take();
    while (next.source() != source) {
      next = samples.take();
    }
    return next;
  }

  @Test
  void thereIsASampleOfEachSourceBeforeTheLoadAndOneAfterIt() throws Exception {
    try (MetricsServer server = MetricsServer.of(PAGE.formatted(5, 100))) {
      Sampler sampler = start(NEVER_AGAIN, server);
      assertThat(of(Source.SERVER)).hasSize(1);
      assertThat(of(Source.CLIENT)).hasSize(1);

      sampler.close();

      assertThat(of(Source.SERVER)).hasSize(2);
      assertThat(of(Source.CLIENT)).hasSize(2);
      assertThat(sampler.complaints()).isEmpty();
    }
  }

  @Test
  void aSampleOfAServerSaysWhoseFiguresItHas() throws Exception {
    try (MetricsServer server = MetricsServer.of(PAGE.formatted(5, 100))) {
      start(NEVER_AGAIN, server).close();

      Sample first = of(Source.SERVER).get(0);
      assertThat(first.runUid()).isEqualTo("uid");
      assertThat(first.endpoint()).isEqualTo(server.endpoint().server());
      assertThat(first.engine()).isEqualTo("0");
      assertThat(first.modelName()).isEqualTo("m");
      assertThat(first.generationTokensTotal()).isEqualTo(5.0);
      assertThat(first.createdS()).isEqualTo(100.0);
      assertThat(first.kvCacheUsage()).isNull();
      assertThat(first.inFlight()).isNull();
    }
  }

  @Test
  void aSampleOfTheClientHasItsState() throws Exception {
    start(NEVER_AGAIN).close();

    assertThat(of(Source.CLIENT))
        .hasSize(2)
        .extracting(
            Sample::inFlight,
            Sample::loopBusy,
            Sample::cpuShare,
            Sample::gcPauseMs,
            Sample::endpoint)
        .containsOnly(tuple(7, 0.5, 0.25, 3.0, null));
  }

  @Test
  void theCacheConfigurationIsToldOnceInTheLifeOfAServer() throws Exception {
    // The third page is of a server that has started again.
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) ->
                MetricsServer.answer(
                    exchange, 200, PAGE.formatted(number, number < 3 ? 100 : 200)))) {
      Sampler sampler = start(OFTEN, server);
      List<Boolean> told = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        told.add(nextOf(Source.SERVER).cacheConfig() != null);
      }
      sampler.close();

      assertThat(told).containsExactly(true, false, true, false);
    }
  }

  @Test
  void aScrapeThatFailsIsAGapAndIsReported() throws Exception {
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) ->
                MetricsServer.answer(
                    exchange, number == 2 ? 503 : 200, PAGE.formatted(number, 100)))) {
      Sampler sampler = start(OFTEN, server);
      List<Double> tokens = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tokens.add(nextOf(Source.SERVER).generationTokensTotal());
      }
      sampler.close();

      assertThat(tokens).containsExactly(1.0, 3.0, 4.0);
      assertThat(sampler.complaints())
          .singleElement()
          .asString()
          .matches("metrics: 1 of \\d+ scrapes failed \\(http://127.*/metrics: HTTP 503\\)");
    }
  }

  @Test
  void aServerThatNeverAnswersHoldsUpNoOther() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (MetricsServer slow = new MetricsServer((exchange, number) -> never.await());
        MetricsServer good = MetricsServer.of(PAGE.formatted(5, 100))) {
      Sampler sampler = start(OFTEN, slow, good);
      for (int i = 0; i < 5; i++) {
        assertThat(nextOf(Source.SERVER).endpoint()).isEqualTo(good.endpoint().server());
      }
      slow.goAway();
      sampler.close();
    }
  }

  @Test
  void scrapesOfOneServerNeverOverlap() throws Exception {
    Semaphore answers = new Semaphore(0);
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) -> {
              answers.acquire();
              MetricsServer.answer(exchange, 200, PAGE.formatted(number, 100));
            })) {
      answers.release(10);
      Sampler sampler = start(OFTEN, server);
      for (int i = 0; i < 10; i++) {
        nextOf(Source.SERVER);
      }
      answers.release(1000);
      sampler.close();

      assertThat(server.mostAtOnce()).isEqualTo(1);
    }
  }

  @Test
  void aServerOfAnotherKindIsReported() throws Exception {
    try (MetricsServer server = MetricsServer.of("go_goroutines 5\nbroken\n")) {
      Sampler sampler = start(NEVER_AGAIN, server);
      sampler.close();

      assertThat(of(Source.SERVER)).isEmpty();
      assertThat(sampler.complaints())
          .containsExactly(
              "metrics: 2 lines were malformed and skipped",
              "metrics: %s shows none of vLLM's series".formatted(server.endpoint().page()));
    }
  }

  @Test
  void aConsumerThatFailsStopsTheRunOnceAndIsToldAtTheEnd() throws InterruptedException {
    UserError full = new UserError(ExitCode.CANNOT_WRITE, "full");
    Sampler sampler =
        start(
            OFTEN,
            sample -> {
              throw full;
            });

    assertThatThrownBy(sampler::close).isSameAs(full);
    assertThat(failures).hasValue(1);
  }

  @Test
  void aSampleThatComesBehindTheEndIsDropped() {
    SampleSink sink = new SampleSink(List.of(samples::add), failures::incrementAndGet);
    sink.close();

    sink.put(List.of(new SampleLines("uid").client(1, new ClientState(1, null, null, null))));

    assertThat(samples).isEmpty();
  }
}
