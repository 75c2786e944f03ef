package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.ServerFacts;
import dev.sweepline.measure.Told;
import dev.sweepline.measure.verdict.Claim;
import dev.sweepline.measure.verdict.ClientFacts;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** For each rule the case that it is for, and a healthy run that looks near it. */
final class RuleCases {
  private static final int RESTART = 10;
  private static final int TOKENS_A_SAMPLE = 1000;

  private RuleCases() {}

  static final List<RuleCase> ALL =
      List.of(
          new RuleCase(
              "no_success",
              steady("every request is refused").ending(r -> Outcome.REFUSED),
              steady("1 in 200 is refused").ending(one(200, Outcome.REFUSED))),
          new RuleCase(
              "no_tokens",
              steady("every answer is empty").ending(r -> Outcome.EMPTY),
              steady("1 answer in 200 is empty").ending(one(200, Outcome.EMPTY))),
          new RuleCase(
              "failures",
              steady("1 in 20 fails").ending(one(20, Outcome.HTTP_ERROR)),
              steady("1 in 400 fails").ending(one(400, Outcome.HTTP_ERROR))),
          new RuleCase(
              "interrupted",
              steady("its writer is gone").context(ended(Ending.INTERRUPTED)),
              steady("a load that ends by time, not by number")),
          new RuleCase(
              "server_restarted",
              steady("counters begin anew in the middle").samples(counting(RESTART)),
              steady("counters grow from sample to sample").samples(counting(Integer.MAX_VALUE))),
          new RuleCase(
              "knob_not_applied",
              steady("the server tells another block size")
                  .context(stating("block_size", 32))
                  .samples(labelled("block_size", "16")),
              steady("the server writes 0.9 where 0.90 was stated")
                  .context(stating("gpu_memory_utilization", 0.90))
                  .samples(labelled("gpu_memory_utilization", "0.9"))),
          new RuleCase(
              "summary_missing",
              steady("the requests file has its final name, the summary is not there")
                  .context(ended(Ending.SUMMARY_MISSING)),
              steady("a summary without server samples")),
          new RuleCase(
              "client_limited",
              Scenario.healthy(
                      "a foreign client with 100 connections",
                      r -> Traffic.constant(60, 1000, Length.MEDIUM).sendCap(100),
                      r -> Server.plain())
                  .withoutSendTimes(),
              Scenario.healthy(
                      "even service on an even schedule, without send times",
                      r -> Traffic.constant(20 + r.nextInt(20), 400, Length.EVEN),
                      r -> Server.plain().jitter(0.005))
                  .withoutSendTimes()),
          new RuleCase(
              "near_client_ceiling",
              steady("the host bore 1.5 times as many streams")
                  .context(sent -> Contexts.of(sent.load(), bearing(48))),
              steady("the host bore 3 times as many streams")
                  .context(sent -> Contexts.of(sent.load(), bearing(96)))),
          new RuleCase(
              "hidden_limit",
              Scenario.healthy(
                      "a gateway that passes 32 to a server that is sampled",
                      r -> Traffic.closed(64 + r.nextInt(64), 600, Length.SPREAD).passCap(32),
                      r -> Server.plain())
                  .sampled(),
              Scenario.healthy(
                      "a plateau at the KV cache's size, sampled",
                      r -> Traffic.closed(96, 400, Length.SPREAD),
                      r -> Server.plain().kvTokens(6_000))
                  .sampled()),
          new RuleCase(
              "saturated",
              Scenario.healthy(
                  "an open loop above capacity",
                  r -> Traffic.poisson(60 + r.nextInt(40), 900, Length.SPREAD, r),
                  r -> Server.plain().maxRunning(32)),
              Scenario.healthy(
                  "a long drain after an open loop",
                  r -> Traffic.poisson(8, 150, Length.LONG, r),
                  r -> Server.plain())),
          new RuleCase(
              "rate_missed",
              Scenario.healthy(
                  "a client that cannot keep the rate",
                  r -> Traffic.constant(70 + r.nextInt(20), 700, Length.SPREAD).sendCap(16),
                  r -> Server.plain()),
              Scenario.healthy(
                  "Poisson arrivals at moderate load",
                  r -> Traffic.poisson(15 + r.nextInt(15), 500, Length.SPREAD, r),
                  r -> Server.plain().maxRunning(64))),
          new RuleCase(
              "censored",
              steady("1 stream in 20 times out").ending(one(20, Outcome.IDLE_TIMEOUT)),
              steady("1 stream in 400 times out").ending(one(400, Outcome.IDLE_TIMEOUT))),
          new RuleCase(
              "few_samples",
              closed("40 requests", 40, Server.plain()),
              closed("600 requests", 600, Server.plain())),
          new RuleCase(
              "not_stationary",
              Scenario.healthy(
                  "a server that slows down half-way",
                  r -> Traffic.closed(32, 600, Length.SPREAD),
                  r -> Server.plain().slowFrom(6_000_000)),
              Scenario.healthy(
                  "heavy-tailed lengths",
                  r -> Traffic.closed(48, 400, Length.HEAVY_TAILED).warmup(96),
                  r -> Server.plain())),
          new RuleCase(
              "warmup_unfinished",
              Scenario.healthy(
                  "a cold start without warm-up",
                  r -> Traffic.poisson(20, 400, Length.SPREAD, r),
                  r -> Server.plain().coldUntil(2_000_000)),
              Scenario.healthy(
                  "a cold start under warm-up",
                  r -> Traffic.closed(32, 350, Length.SPREAD).warmup(64),
                  r -> Server.plain().coldUntil(3_000_000))),
          new RuleCase(
              "short_outputs",
              steady("1 answer in 20 is short").ending(one(20, Outcome.OK_SHORT)),
              steady("1 answer in 400 is short").ending(one(400, Outcome.OK_SHORT))),
          new RuleCase(
              "token_count_by_events",
              steady("a server without usage").answer(r -> Answer.counted()),
              Scenario.healthy(
                  "several tokens an event, and usage",
                  r -> Traffic.closed(32, 400, Length.SPREAD),
                  r -> Server.plain().tokensPerEvent(4))),
          new RuleCase(
              "token_counts_disagree",
              steady("usage leaves a fifth out").answer(r -> Answer.telling(0.8)),
              steady("usage counts what is not shown").answer(r -> Answer.telling(1.1))),
          new RuleCase(
              "first_tokens_unseen",
              steady("three quarters of the tokens come before the first text")
                  .answer(r -> Answer.telling(4)),
              steady("a fifth of them does").answer(r -> Answer.telling(1.25))),
          new RuleCase(
              "coalesced_stream",
              closed("a proxy that buffers", 300, Server.plain().lumps(200_000)),
              closed("several tokens an event", 300, Server.plain().tokensPerEvent(4))),
          new RuleCase(
              "prefix_cache_differs",
              unique("30 % of the new prompts are cached").samples(cached(0.3)),
              unique("2 % are: the template's").samples(cached(0.02))),
          new RuleCase(
              "contradiction",
              steady("a tenth of the tokens is not in the records").context(claiming(1.1)),
              steady("aggregates that are rounded").context(claiming(1.004))),
          new RuleCase(
              "no_request_data",
              steady("a file that only counts its failures").withoutRecords(),
              steady("a file with a record of each").ending(r -> Outcome.REFUSED)));

  private static Scenario steady(String name) {
    return closed(name, 400, Server.plain());
  }

  private static Scenario closed(String name, int requests, Server server) {
    return Scenario.healthy(name, r -> Traffic.closed(32, requests, Length.SPREAD), r -> server);
  }

  private static Scenario unique(String name) {
    return steady(name)
        .context(sent -> Contexts.of(sent.load().toBuilder().uniquePrefix(true).build()));
  }

  private static Function<Random, Outcome> one(int of, Outcome outcome) {
    return random -> random.nextInt(of) == 0 ? outcome : Outcome.OK;
  }

  private static Function<Traffic, RunContext> ended(Ending ending) {
    return sent -> Contexts.ended(sent.load(), ending);
  }

  private static Function<Traffic, RunContext> stating(String key, Object value) {
    ServerConfig config = ServerConfig.of(Map.of()).with(key, value);
    return sent -> Contexts.on(sent.load(), new ServerFacts(config, 1));
  }

  private static Function<Traffic, RunContext> claiming(double share) {
    Claim tokens = new Claim("tokens", 1000 * share, 1000, List.of(Family.THROUGHPUT));
    Told told = new Told(30, List.of(tokens));
    return sent -> Contexts.foreign(sent.load(), told, ClientFacts.UNKNOWN);
  }

  private static ClientFacts bearing(int openStreams) {
    return Clients.idle().ceiling(1e9, 1e9, openStreams).facts();
  }

  private static Function<Simulation, List<Sample>> labelled(String label, String value) {
    return simulation ->
        simulation.samples((sample, place) -> sample.cacheConfig(Map.of(label, value)));
  }

  /** Prompt tokens, counted from 0 again at a sample. */
  private static Function<Simulation, List<Sample>> counting(int restart) {
    return simulation ->
        simulation.samples(
            (sample, place) ->
                sample.promptTokens(
                    TOKENS_A_SAMPLE * (place < restart ? place + 1 : place - restart)));
  }

  private static Function<Simulation, List<Sample>> cached(double share) {
    return simulation ->
        simulation.samples(
            (sample, place) ->
                sample.bySource(
                    TOKENS_A_SAMPLE * place * (1 - share), TOKENS_A_SAMPLE * place * share));
  }
}
