package dev.sweepline.simulator.engine;

import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Continuous batching as vLLM does it: running sequences first, in the order of their admission,
 * then waiting ones while sequences, tokens and KV blocks allow. When blocks run out, the sequence
 * admitted last loses its own and will be recomputed. Knows no clock: a step begins when {@link
 * #step} is told that it does. Not thread-safe.
 */
public final class Scheduler {
  private final EngineSettings settings;
  private final KvCache cache;
  private final Counters counters = new Counters();
  private final Deque<Sequence> waiting = new ArrayDeque<>();
  private final List<Sequence> running = new ArrayList<>();

  /** With nothing to do and an empty cache. */
  public Scheduler(EngineSettings settings) {
    this.settings = settings;
    this.cache = new KvCache(settings.blocks());
  }

  /**
   * Puts a sequence at the end of the queue.
   *
   * @throws IllegalArgumentException when the KV cache could never hold it
   */
  public void add(Sequence sequence) {
    long tokens = (long) sequence.promptTokens() + sequence.outputTokens();
    if (tokens > settings.capacityTokens()) {
      throw new IllegalArgumentException(
          "tokens must be <= %d, got: %d".formatted(settings.capacityTokens(), tokens));
    }
    if (settings.prefixCaching() == PrefixCaching.ON) {
      sequence.hashBlocks(settings.blockSize());
    }
    waiting.addLast(sequence);
  }

  /** Forgets a sequence whose client is gone; one that is not here is ignored. */
  public void abort(Sequence sequence) {
    waiting.remove(sequence);
    if (running.remove(sequence)) {
      cache.release(sequence);
    }
  }

  /**
   * Ends the step before and begins the next.
   *
   * @param now when it begins; any clock in nanoseconds
   */
  public Step step(long now) {
    running.stream().filter(Sequence::finished).forEach(cache::release);
    running.removeIf(Sequence::finished);

    Batch batch = new Batch(settings.maxNumBatchedTokens());
    if (continueRunning(batch)) {
      admitWaiting(batch);
    }
    return batch.end(now);
  }

  /** Present gauges and counters. */
  public EngineStats stats() {
    return counters.stats(
        running.size(), waiting.size(), (double) cache.used() / settings.blocks());
  }

  /** Whether no sequence had to be preempted. */
  private boolean continueRunning(Batch batch) {
    boolean blocksSufficed = true;
    for (int i = 0; i < running.size() && batch.left() > 0; i++) {
      Sequence sequence = running.get(i);
      int tokens = Math.min(sequence.missing(), batch.left());
      int blocks = settings.blocksFor(sequence.computed() + tokens);
      boolean held = cache.grow(sequence, blocks);
      while (!held && running.size() > i) {
        blocksSufficed = false;
        preemptLast();
        held = running.size() > i && cache.grow(sequence, blocks);
      }
      if (held) {
        batch.take(sequence, tokens);
      }
    }
    return blocksSufficed;
  }

  private void preemptLast() {
    Sequence victim = running.remove(running.size() - 1);
    cache.release(victim);
    victim.forget();
    waiting.addFirst(victim);
    counters.preempted();
  }

  private void admitWaiting(Batch batch) {
    while (running.size() < settings.maxNumSeqs() && batch.left() > 0 && !waiting.isEmpty()) {
      Sequence sequence = waiting.getFirst();
      // The last token of a prompt is always computed: its result is the first token.
      int hits =
          cache.hits(sequence.blockHashes(), (sequence.promptTokens() - 1) / settings.blockSize());
      int found = hits * settings.blockSize();
      int missing = sequence.missing() - found;
      int tokens = Math.min(missing, batch.left());
      boolean cut = tokens < missing && settings.prefill() == Prefill.WHOLE;
      if (cut || !cache.admit(sequence, hits, settings.blocksFor(found + tokens))) {
        return;
      }
      running.add(waiting.removeFirst());
      sequence.compute(found);
      countLookup(sequence, found);
      batch.take(sequence, tokens);
    }
  }

  private void countLookup(Sequence sequence, int found) {
    if (sequence.neverAdmitted()) {
      sequence.admitted(found);
      if (settings.prefixCaching() == PrefixCaching.ON) {
        counters.lookedUp(sequence.promptTokens(), found);
      }
    }
  }

  /** The step that is being put together. */
  private final class Batch {
    private final List<Sequence> emitted = new ArrayList<>();
    private int left;
    private int sequences;
    private int tokens;

    Batch(int budget) {
      left = budget;
    }

    int left() {
      return left;
    }

    void take(Sequence sequence, int computed) {
      left -= computed;
      tokens += computed;
      sequences++;
      int full = sequence.computed() / settings.blockSize();
      sequence.compute(computed);
      cache.publish(sequence, full, sequence.computed() / settings.blockSize());
      if (sequence.missing() == 0) {
        sequence.generate();
        counters.generated(sequence);
        emitted.add(sequence);
      }
    }

    Step end(long now) {
      long nanos = sequences == 0 ? 0 : settings.cost().nanos(sequences, tokens);
      return new Step(now + nanos, emitted, sequences, tokens);
    }
  }
}
