package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.SampleBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** One run: requests queue in the client, then before the server, then run in its steps. */
final class Simulation {
  private static final long SAMPLE_EACH_US = 250_000;

  private final Server server;
  private final Traffic traffic;
  private final Random random;
  private final PriorityQueue<SimulatedRequest> due =
      new PriorityQueue<>(
          Comparator.<SimulatedRequest>comparingLong(r -> r.readyUs)
              .thenComparingInt(r -> r.index));
  private final Queue<SimulatedRequest> held = new ArrayDeque<>();
  private final Queue<SimulatedRequest> waiting = new ArrayDeque<>();
  private final List<SimulatedRequest> running = new ArrayList<>();
  private final List<SimulatedRequest> ended = new ArrayList<>();
  private final List<SampleBuilder> samples = new ArrayList<>();
  private int created;
  private int out;
  private long now;
  private long freedUs;
  private long sampledUs = -SAMPLE_EACH_US;

  Simulation(Server server, Traffic traffic, Random random) {
    this.server = server;
    this.traffic = traffic;
    this.random = random;
  }

  List<SimulatedRequest> run() {
    for (long dueUs : traffic.dueUs()) {
      create(dueUs);
    }
    while (ended.size() < traffic.requests()) {
      send();
      int prefills = admit();
      if (running.isEmpty()) {
        now = Math.max(now + 1, due.isEmpty() ? now : due.peek().readyUs);
      } else {
        step(prefills);
      }
    }
    return ended;
  }

  private void create(long dueUs) {
    if (created < traffic.requests()) {
      Phase phase = created < traffic.warmup() ? Phase.WARMUP : Phase.MEASURE;
      long readyUs = dueUs + traffic.latenessUs().applyAsLong(random);
      int tokens = Math.max(1, traffic.length().applyAsInt(random));
      due.add(new SimulatedRequest(created++, phase, dueUs, readyUs, tokens));
    }
  }

  private void send() {
    while (!due.isEmpty() && due.peek().readyUs <= now) {
      held.add(due.remove());
    }
    while (!held.isEmpty() && out < traffic.sendCap()) {
      SimulatedRequest request = held.remove();
      request.sentUs =
          traffic.sendCap() == Integer.MAX_VALUE
              ? request.readyUs
              : Math.max(request.readyUs, freedUs);
      waiting.add(request);
      out++;
    }
  }

  private int admit() {
    int prefills = 0;
    int limit = Math.min(server.maxRunning(), traffic.passCap());
    while (!waiting.isEmpty() && running.size() < limit && fits(waiting.element())) {
      running.add(waiting.remove());
      prefills++;
    }
    return prefills;
  }

  private boolean fits(SimulatedRequest next) {
    long tokens = next.outputTokens;
    for (SimulatedRequest request : running) {
      tokens += request.outputTokens;
    }
    return running.isEmpty() || server.fits(running.size() + 1, tokens);
  }

  /** What the server told of itself during the run. */
  List<Sample> samples() {
    return samples.stream().map(SampleBuilder::build).toList();
  }

  /**
   * What it told when it told more.
   *
   * @param more adds to a sample, given its place among all
   */
  List<Sample> samples(BiFunction<SampleBuilder, Integer, SampleBuilder> more) {
    return IntStream.range(0, samples.size())
        .mapToObj(place -> more.apply(samples.get(place), place).build())
        .toList();
  }

  /** What waits for a gateway the server does not know of. */
  private void sample() {
    if (now - sampledUs >= SAMPLE_EACH_US) {
      int known = traffic.passCap() == Integer.MAX_VALUE ? waiting.size() : 0;
      samples.add(SampleBuilder.sample(now).requests(running.size(), known));
      sampledUs = now;
    }
  }

  private void step(int prefills) {
    sample();
    now += server.stepUs(now, running.size(), prefills, random.nextGaussian());
    for (Iterator<SimulatedRequest> all = running.iterator(); all.hasNext(); ) {
      SimulatedRequest request = all.next();
      request.receive(server.deliveredUs(now), server.tokensPerEvent());
      if (request.isDone()) {
        all.remove();
        end(request);
      }
    }
  }

  private void end(SimulatedRequest request) {
    ended.add(request);
    out--;
    freedUs = now;
    if (traffic.isClosed()) {
      create(server.deliveredUs(now));
    }
  }
}
