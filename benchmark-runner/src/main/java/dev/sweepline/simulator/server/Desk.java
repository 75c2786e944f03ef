package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.GenerationRequest;
import dev.sweepline.simulator.fault.FaultPlan;
import dev.sweepline.simulator.fault.Treatment;
import dev.sweepline.simulator.pace.Run;
import dev.sweepline.simulator.pace.Runs;
import dev.sweepline.simulator.pace.TimeModel;
import dev.sweepline.simulator.pace.TimeModel.Ticket;
import dev.sweepline.simulator.pace.Work;
import dev.sweepline.simulator.truth.Subject;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Takes requests in the order of their arrival and has them answered. All state is owned by one
 * loop, the time model's; the methods may be called by any thread.
 */
final class Desk {
  private final EventLoop loop;
  private final TimeModel model;
  private final FaultPlan faults;
  private final Runs runs;
  private final Gateway gateway;
  private final MetricsDesk metrics;
  private final AnswerFactory answers;
  private final LongConsumer arrived;
  private final Map<LiveAnswer, Exchange> live = new HashMap<>();
  private long arrivals;

  /**
   * @param arrived is told the number of each request, from 1, before it is answered
   */
  Desk(
      EventLoop loop,
      TimeModel model,
      ServerSettings settings,
      MetricsDesk metrics,
      LongConsumer arrived) {
    this.loop = loop;
    this.model = model;
    this.faults = settings.faults();
    this.runs = settings.runs();
    this.gateway = new Gateway(settings.gatewayLimit());
    this.metrics = metrics;
    this.answers = new AnswerFactory(settings.truthLog(), settings.crash());
    this.arrived = arrived;
  }

  void accept(Exchange exchange, GenerationRequest request, String requestId) {
    onLoop(() -> take(exchange, request, requestId));
  }

  /** Ends all answers; runs {@code then} when each was told to its connection. */
  void stop(Runnable then) {
    onLoop(
        () -> {
          // An answer that ends takes itself out of the map.
          Map.copyOf(live).forEach((answer, exchange) -> exchange.onLoop(answer::stopped));
          then.run();
        });
  }

  private void take(Exchange exchange, GenerationRequest request, String requestId) {
    long arrival = arrivals++;
    arrived.accept(arrival + 1);
    metrics.arrived(arrival + 1);
    Run run = runs.of(requestId, exchange.read().nanos(), live.size());
    model.slowBy(run.factor());
    Treatment treatment = faults.at(arrival);
    Subject subject =
        new Subject(
            requestId,
            arrival,
            request.endpoint().path(),
            exchange.read(),
            request.prompt().length(),
            treatment.faults(),
            run.number(),
            run.factor());
    int shown = treatment.conduct().shown().of(request.outputTokens());
    Length length = new Length(Math.max(1, shown), shown);
    LiveAnswer answer = answers.answer(exchange, request, subject, treatment, length);
    live.put(answer, exchange);
    Visit visit =
        new Visit(gateway, start -> begin(exchange, request, answer, length.made(), start));
    exchange.onLoop(() -> open(exchange, answer, visit));
  }

  private void open(Exchange exchange, LiveAnswer answer, Visit visit) {
    answer.begin();
    watch(exchange.channel().closeFuture(), answer, visit);
    onLoop(() -> visit.begin(exchange.read().nanos()));
  }

  private Ticket begin(
      Exchange exchange, GenerationRequest request, LiveAnswer answer, int tokens, long start) {
    Work work = new Work(request.prompt(), tokens, start);
    return model.start(
        work,
        metrics
            .figures()
            .timed(
                work,
                request.finish(),
                (engine, count) -> exchange.onLoop(() -> answer.add(count))));
  }

  /** Until the answer is over, a connection that closes ends it. */
  private void watch(ChannelFuture closed, LiveAnswer answer, Visit visit) {
    ChannelFutureListener gone = future -> answer.disconnected();
    ChannelFuture watched = closed.addListener(gone);
    answer.whenOver(
        () -> {
          ChannelFuture unused = watched.removeListener(gone);
          onLoop(() -> end(answer, visit));
        });
  }

  private void end(LiveAnswer answer, Visit visit) {
    live.remove(answer);
    runs.answered(System.nanoTime());
    visit.end();
  }

  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }
}
