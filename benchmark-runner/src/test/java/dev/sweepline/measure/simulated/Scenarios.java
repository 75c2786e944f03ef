package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Outcome;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import java.util.List;

/** Healthy kinds of runs that look like faulty ones, and the faulty ones. */
final class Scenarios {
  private Scenarios() {}

  static final List<Scenario> HEALTHY =
      List.of(
          Scenario.healthy(
              "drain after an open loop",
              r -> Traffic.poisson(8, 150, Length.LONG, r),
              r -> Server.plain()),
          Scenario.healthy(
              "fewer than 100 requests",
              r -> Traffic.poisson(6 + r.nextInt(10), 30 + r.nextInt(60), Length.SPREAD, r),
              r -> Server.plain()),
          Scenario.healthy(
              "window shorter than an answer",
              r -> Traffic.constant(50, 100, Length.LONG),
              r -> Server.plain()),
          Scenario.healthy(
              "rate inf, all running at once",
              r -> Traffic.allAtOnce(100 + r.nextInt(100), Length.SPREAD),
              r -> Server.plain()),
          Scenario.healthy(
              "rate inf beyond max_num_seqs",
              r -> Traffic.allAtOnce(400, Length.SPREAD),
              r -> Server.plain().maxRunning(64)),
          Scenario.healthy(
              "even service on an even schedule",
              r -> Traffic.constant(20 + r.nextInt(20), 400, Length.EVEN),
              r -> Server.plain().jitter(0.005)),
          Scenario.healthy(
                  "even service, without send times",
                  r -> Traffic.constant(20 + r.nextInt(20), 400, Length.EVEN),
                  r -> Server.plain().jitter(0.005))
              .withoutSendTimes(),
          Scenario.healthy(
                  "server at its stated max_num_seqs",
                  r -> Traffic.closed(96, 400, Length.SPREAD),
                  r -> Server.plain().maxRunning(64))
              .context(sent -> Contexts.on(sent.load(), 1, 8, 64, 1)),
          Scenario.healthy(
              "server at its default max_num_seqs",
              r -> Traffic.closed(96, 400, Length.SPREAD),
              r -> Server.plain().maxRunning(64)),
          Scenario.healthy(
              "KV-limited plateau",
              r -> Traffic.closed(96, 400, Length.SPREAD),
              r -> Server.plain().kvTokens(6_000)),
          Scenario.healthy(
              "several tokens an event",
              r -> Traffic.closed(32, 300, Length.SPREAD),
              r -> Server.plain().tokensPerEvent(4)),
          Scenario.healthy(
              "heavy-tailed lengths, open loop",
              r -> Traffic.poisson(10 + r.nextInt(15), 400, Length.HEAVY_TAILED, r),
              r -> Server.plain()),
          Scenario.healthy(
              "heavy-tailed lengths, closed loop",
              r -> Traffic.closed(48, 400, Length.HEAVY_TAILED),
              r -> Server.plain()),
          Scenario.healthy(
              "cold start under warm-up",
              r -> Traffic.closed(32, 350, Length.SPREAD).warmup(64),
              r -> Server.plain().coldUntil(3_000_000)),
          Scenario.healthy(
              "Poisson at moderate load",
              r -> Traffic.poisson(15 + r.nextInt(15), 500, Length.SPREAD, r),
              r -> Server.plain().maxRunning(64)));

  static final List<Scenario> FAULTY =
      List.of(
          Scenario.healthy(
                  "open loop above capacity",
                  r -> Traffic.poisson(60 + r.nextInt(40), 900, Length.SPREAD, r),
                  r -> Server.plain().maxRunning(32))
              .mustFind("saturated"),
          Scenario.healthy(
                  "open loop above capacity on an even schedule",
                  r -> Traffic.constant(55 + r.nextInt(40), 800, Length.EVEN),
                  r -> Server.plain().maxRunning(24))
              .mustFind("saturated"),
          Scenario.healthy(
                  "open loop above capacity, without send times",
                  r -> Traffic.constant(80, 800, Length.SPREAD),
                  r -> Server.plain().maxRunning(24))
              .withoutSendTimes()
              .mustFind("saturated"),
          Scenario.healthy(
                  "client with 100 connections, without send times",
                  r -> Traffic.constant(60, 1000, Length.MEDIUM).sendCap(100),
                  r -> Server.plain())
              .withoutSendTimes()
              .mustFind("client_limited"),
          Scenario.healthy(
                  "hidden limit of 32, without send times",
                  r -> Traffic.constant(40, 600, Length.MEDIUM).passCap(32),
                  r -> Server.plain())
              .withoutSendTimes()
              .mustFind("hidden_limit"),
          Scenario.healthy(
                  "gateway that passes 32 and accepts 64",
                  r ->
                      Traffic.constant(70 + r.nextInt(30), 1200, Length.SPREAD)
                          .sendCap(64)
                          .passCap(32),
                  r -> Server.plain())
              .mustFind("hidden_limit"),
          Scenario.healthy(
                  "hidden limit of 32 before an open loop",
                  r -> Traffic.constant(80, 1000, Length.SPREAD).passCap(32),
                  r -> Server.plain())
              .mustFind("saturated"),
          Scenario.healthy(
                  "client that cannot keep the rate",
                  r -> Traffic.constant(70 + r.nextInt(20), 700, Length.SPREAD).sendCap(16),
                  r -> Server.plain())
              .mustFind("rate_missed"),
          Scenario.healthy(
                  "late client",
                  r ->
                      Traffic.poisson(20, 400, Length.SPREAD, r)
                          .late(x -> 15_000 + x.nextInt(50_000)),
                  r -> Server.plain())
              .mustFind("client_limited"),
          Scenario.healthy(
                  "client that stalls now and then",
                  r ->
                      Traffic.poisson(20, 400, Length.SPREAD, r)
                          .late(x -> x.nextInt(25) == 0 ? 80_000 : 50),
                  r -> Server.plain())
              .mustFind("client_limited"),
          Scenario.healthy(
                  "proxy that buffers", r -> Traffic.closed(32, 300, Length.SPREAD), r -> lumped())
              .mustFind("coalesced_stream"),
          Scenario.healthy(
                  "busy client that reads in lumps",
                  r -> Traffic.closed(32, 300, Length.SPREAD),
                  r -> lumped())
              .context(sent -> Contexts.of(sent.load(), Clients.idle().loopBusy(0.7).facts()))
              .mustFind("client_limited"),
          Scenario.healthy(
                  "streams that stall until they time out",
                  r -> Traffic.closed(32, 400, Length.SPREAD),
                  r -> Server.plain())
              .ending(r -> r.nextInt(20) == 0 ? Outcome.IDLE_TIMEOUT : Outcome.OK)
              .mustFind("censored"),
          Scenario.healthy(
                  "failures", r -> Traffic.closed(32, 400, Length.SPREAD), r -> Server.plain())
              .ending(r -> r.nextInt(20) == 0 ? Outcome.HTTP_ERROR : Outcome.OK)
              .mustFind("failures"),
          Scenario.healthy(
                  "server that slows down half-way",
                  r -> Traffic.closed(32, 600, Length.SPREAD),
                  r -> Server.plain().slowFrom(6_000_000))
              .mustFind("not_stationary"));

  /** What only the server's own numbers show: nobody sees these requests wait. */
  static final List<Scenario> FAULTY_BY_SAMPLES =
      List.of(
          Scenario.healthy(
                  "hidden limit of 32 before a closed loop",
                  r -> Traffic.closed(64 + r.nextInt(64), 600, Length.SPREAD).passCap(32),
                  r -> Server.plain())
              .mustFind("hidden_limit"),
          Scenario.healthy(
                  "hidden limit of 32 before an open loop",
                  r -> Traffic.constant(80, 1000, Length.SPREAD).passCap(32),
                  r -> Server.plain())
              .mustFind("hidden_limit"),
          Scenario.healthy(
                  "hidden limit of 32 when all is sent at once",
                  r -> Traffic.allAtOnce(400, Length.SPREAD).passCap(32),
                  r -> Server.plain())
              .mustFind("hidden_limit"));

  private static Server lumped() {
    return Server.plain().lumps(200_000);
  }
}
