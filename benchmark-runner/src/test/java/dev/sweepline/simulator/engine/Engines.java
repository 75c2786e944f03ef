package dev.sweepline.simulator.engine;

import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Settings and sequences for tests; an engine that is not limited unless a test says so. */
final class Engines {
  static final int PLENTY = 10_000;

  private Engines() {}

  static EngineSettings unlimited() {
    return new EngineSettings(
        PLENTY, PLENTY, 4, PLENTY, PrefixCaching.ON, Prefill.CHUNKED, new StepCost(1_000, 10, 1));
  }

  static EngineSettings seqs(int maxNumSeqs) {
    EngineSettings any = unlimited();
    return new EngineSettings(
        maxNumSeqs,
        any.maxNumBatchedTokens(),
        any.blockSize(),
        any.blocks(),
        any.prefixCaching(),
        any.prefill(),
        any.cost());
  }

  static EngineSettings tokens(int maxNumBatchedTokens, Prefill prefill) {
    EngineSettings any = unlimited();
    return new EngineSettings(
        any.maxNumSeqs(),
        maxNumBatchedTokens,
        any.blockSize(),
        any.blocks(),
        any.prefixCaching(),
        prefill,
        any.cost());
  }

  static EngineSettings blocks(int blocks, PrefixCaching prefixCaching) {
    EngineSettings any = unlimited();
    return new EngineSettings(
        any.maxNumSeqs(),
        any.maxNumBatchedTokens(),
        any.blockSize(),
        blocks,
        prefixCaching,
        any.prefill(),
        any.cost());
  }

  /** A prompt that shares no token with one of another {@code name}. */
  static Prompt prompt(int name, int tokens) {
    return Prompt.ofTokenIds(LongStream.range(0, tokens).map(i -> name * 1_000_000L + i).toArray());
  }

  static List<Sequence> add(Scheduler scheduler, int count, int promptTokens, int outputTokens) {
    List<Sequence> added =
        IntStream.rangeClosed(1, count)
            .mapToObj(name -> new Sequence(prompt(name, promptTokens), outputTokens))
            .toList();
    added.forEach(scheduler::add);
    return added;
  }

  /** Steps until there is nothing to do; without the idle step at the end. */
  static List<Step> drain(Scheduler scheduler) {
    List<Step> steps = new ArrayList<>();
    Step step = scheduler.step(0);
    while (!step.idle()) {
      steps.add(step);
      step = scheduler.step(step.endsAt());
    }
    return steps;
  }
}
