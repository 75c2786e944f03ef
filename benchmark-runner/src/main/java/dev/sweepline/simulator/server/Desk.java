package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.AnswerEncoder;
import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.api.GenerationRequest;
import dev.sweepline.simulator.api.GenerationRequest.Delivery;
import dev.sweepline.simulator.fault.Misbehaviour;
import dev.sweepline.simulator.fault.Misbehaviours;
import dev.sweepline.simulator.metrics.MetricsPage;
import dev.sweepline.simulator.metrics.RequestFigures;
import dev.sweepline.simulator.pace.TimeModel;
import dev.sweepline.simulator.pace.TimeModel.Ticket;
import dev.sweepline.simulator.pace.Work;
import dev.sweepline.simulator.truth.RequestTruth;
import dev.sweepline.simulator.truth.TruthLog;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes requests in the order of their arrival and has them answered. All state is owned by one
 * loop, the time model's; the methods may be called by any thread.
 */
final class Desk {
  private final EventLoop loop;
  private final TimeModel model;
  private final Misbehaviours misbehaviours;
  private final TruthLog truthLog;
  private final Runnable crash;
  private final RequestFigures figures = new RequestFigures();
  private final Map<LiveAnswer, Exchange> live = new HashMap<>();
  private long arrivals;

  /**
   * @param crash ends the process
   */
  Desk(
      EventLoop loop,
      TimeModel model,
      Misbehaviours misbehaviours,
      TruthLog truthLog,
      Runnable crash) {
    this.loop = loop;
    this.model = model;
    this.misbehaviours = misbehaviours;
    this.truthLog = truthLog;
    this.crash = crash;
  }

  void accept(Exchange exchange, GenerationRequest request, String requestId) {
    onLoop(() -> take(exchange, request, requestId));
  }

  void show(MetricsPage page, Exchange exchange) {
    onLoop(
        () ->
            exchange.reply(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                page.render(model.engines(), figures).getBytes(StandardCharsets.UTF_8)));
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
    RequestTruth truth =
        new RequestTruth(
            truthLog,
            requestId,
            arrival,
            request.endpoint().path(),
            exchange.read(),
            request.prompt().length());
    Misbehaviour misbehaviour = misbehaviours.at(arrival);
    ApiError refusal = misbehaviour.refusal();
    if (refusal != null) {
      exchange.error(refusal);
      truth.ended(misbehaviour.outcome());
      return;
    }
    answer(exchange, request, requestId, misbehaviour, truth);
  }

  private void answer(
      Exchange exchange,
      GenerationRequest request,
      String requestId,
      Misbehaviour misbehaviour,
      RequestTruth truth) {
    int visible = misbehaviour.visibleTokens(request.outputTokens());
    int tokens = Math.max(1, visible);
    AnswerEncoder encoder =
        new AnswerEncoder(request, requestId, exchange.read().wallMicros() / 1_000_000);
    AnswerWriter writer =
        request.delivery() == Delivery.WHOLE
            ? new WholeAnswer(exchange, encoder, truth, tokens, visible)
            : new StreamedAnswer(exchange, encoder, truth, tokens, visible);
    LiveAnswer answer = new LiveAnswer(writer, truth, misbehaviour, tokens, crash);
    Work work = new Work(request.prompt(), tokens, exchange.read().nanos());

    live.put(answer, exchange);
    exchange.onLoop(answer::begin);
    Ticket ticket =
        model.start(
            work,
            figures.timed(
                work,
                request.finish(),
                (engine, count) -> exchange.onLoop(() -> answer.add(count))));
    exchange.onLoop(() -> watch(exchange.channel().closeFuture(), answer, ticket));
  }

  /** Until the answer is over, a connection that closes ends it. */
  private void watch(ChannelFuture closed, LiveAnswer answer, Ticket ticket) {
    ChannelFutureListener gone =
        future -> {
          answer.disconnected();
          onLoop(ticket::cancel);
        };
    answer.whenOver(
        () -> {
          ChannelFuture unused = closed.removeListener(gone);
          onLoop(() -> live.remove(answer));
        });
    ChannelFuture unused = closed.addListener(gone);
  }

  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }
}
