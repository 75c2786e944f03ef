package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.engine.EngineStats;
import dev.sweepline.simulator.metrics.MetricsPage;
import dev.sweepline.simulator.metrics.RequestFigures;
import dev.sweepline.simulator.pace.TimeModel;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Shows the page of metrics. All state is owned by the time model's loop. */
final class MetricsDesk {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final double MILLIS_PER_SECOND = 1_000;

  private final EventLoop loop;
  private final TimeModel model;
  private final MetricsFaults faults;
  private MetricsPage page;
  private RequestFigures figures = new RequestFigures();
  private List<EngineStats> begin = List.of();
  private long asked;

  MetricsDesk(EventLoop loop, TimeModel model, MetricsFaults faults, MetricsPage page) {
    this.loop = loop;
    this.model = model;
    this.faults = faults;
    this.page = page;
  }

  /** May be called by any thread. */
  void show(Exchange exchange) {
    if (faults.delay().isZero()) {
      loop.execute(() -> answer(exchange));
    } else {
      exchange.after(
          faults.delay().toNanos(),
          TimeUnit.NANOSECONDS,
          () -> loop.execute(() -> answer(exchange)));
    }
  }

  /** Where the present requests are counted. */
  RequestFigures figures() {
    return figures;
  }

  /** A request to a model arrives. */
  void arrived(long number) {
    if (faults.resetAfter().isPresent() && faults.resetAfter().getAsLong() == number) {
      figures = new RequestFigures();
      begin = model.engines();
      page = page.startedAt(System.currentTimeMillis() / MILLIS_PER_SECOND);
    }
  }

  private void answer(Exchange exchange) {
    if (faults.failing().test(asked++)) {
      exchange.error(ApiError.internal("The simulator was asked to fail its metrics."));
    } else {
      exchange.reply(200, TEXT, page.render(engines(), figures).getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<EngineStats> engines() {
    List<EngineStats> now = model.engines();
    return begin.isEmpty()
        ? now
        : IntStream.range(0, now.size()).mapToObj(i -> now.get(i).since(begin.get(i))).toList();
  }
}
