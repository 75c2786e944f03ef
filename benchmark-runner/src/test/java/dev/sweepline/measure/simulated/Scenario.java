package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.verdict.ClientFacts;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of run.
 *
 * @param name for messages
 * @param traffic what is sent, by seed
 * @param server what answers, by seed
 * @param answer how a request ends that the simulation served
 * @param context what is known of the run
 * @param samples what the server tells of itself meanwhile
 * @param records what its file keeps of the requests
 * @param required a code that must be found; null for a healthy run
 */
record Scenario(
    String name,
    Function<Random, Traffic> traffic,
    Function<Random, Server> server,
    Function<Random, Answer> answer,
    Function<Traffic, RunContext> context,
    Function<Simulation, List<Sample>> samples,
    Records records,
    @Nullable String required) {
  private static final Set<String> NO_ACCUSATION =
      Set.of(
          "few_samples",
          "not_stationary",
          "warmup_unfinished",
          "summary_missing",
          "no_request_data");
  private static final double US_PER_S = 1e6;

  static Scenario healthy(
      String name, Function<Random, Traffic> traffic, Function<Random, Server> server) {
    return new Scenario(
        name,
        traffic,
        server,
        random -> Answer.of(Outcome.OK),
        sent -> Contexts.of(sent.load()),
        simulation -> List.of(),
        Records.WITH_SEND_TIMES,
        null);
  }

  Scenario context(Function<Traffic, RunContext> value) {
    return new Scenario(name, traffic, server, answer, value, samples, records, required);
  }

  Scenario ending(Function<Random, Outcome> value) {
    return answer(value.andThen(Answer::of));
  }

  Scenario answer(Function<Random, Answer> value) {
    return new Scenario(name, traffic, server, value, context, samples, records, required);
  }

  /** The file lacks send times and states its duration. */
  Scenario withoutSendTimes() {
    return keeping(Records.WITHOUT_SEND_TIMES);
  }

  /** The file says how many requests failed, and nothing else. */
  Scenario withoutRecords() {
    return keeping(Records.NONE);
  }

  private Scenario keeping(Records value) {
    return new Scenario(name, traffic, server, answer, context, samples, value, required);
  }

  /** The same run of a server that is asked for its metrics. */
  Scenario sampled() {
    return samples(Simulation::samples);
  }

  /** The same run of a server that tells this of itself. */
  Scenario samples(Function<Simulation, List<Sample>> value) {
    return new Scenario(name, traffic, server, answer, context, value, records, required);
  }

  Scenario mustFind(String code) {
    return new Scenario(name, traffic, server, answer, context, samples, records, code);
  }

  /** Whether the verdict of a seed is wrong: a missed code, or a healthy run accused. */
  boolean isMisjudged(long seed) {
    Set<String> codes = codes(seed);
    return required == null ? !NO_ACCUSATION.containsAll(codes) : !codes.contains(required);
  }

  Set<String> codes(long seed) {
    return run(seed).verdict().reasons().stream().map(Reason::code).collect(Collectors.toSet());
  }

  RunResult run(long seed) {
    Random random = new Random(seed * 7919 + name.hashCode());
    Traffic sent = traffic.apply(random);
    Simulation simulation = new Simulation(server.apply(random), sent, random);
    List<SimulatedRequest> requests = simulation.run();
    RunAccumulator run = new RunAccumulator();
    samples.apply(simulation).forEach(run::addSample);
    long lastUs = 0;
    if (records == Records.NONE) {
      run.addUnrecordedFailures(requests.size());
      return run.finish(context.apply(sent));
    }
    boolean foreign = records == Records.WITHOUT_SEND_TIMES;
    for (SimulatedRequest request : requests) {
      RequestRecord line = request.record(answer.apply(random), !foreign);
      lastUs = Math.max(lastUs, line.endUs());
      run.add(line);
    }
    return run.finish(
        foreign
            ? Contexts.foreign(sent.load(), lastUs / US_PER_S, ClientFacts.limitedTo(100))
            : context.apply(sent));
  }

  @Override
  public String toString() {
    return name;
  }

  /** What a file keeps of the requests. */
  enum Records {
    WITH_SEND_TIMES,
    WITHOUT_SEND_TIMES,
    NONE
  }
}
