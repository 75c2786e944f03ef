package dev.sweepline.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
  private static final int BLOCK_SIZE = 4;
  private static final StepCost COST = new StepCost(1000, 100, 10);

  private static EngineSettings settings(
      int maxNumSeqs, int maxNumBatchedTokens, int blocks, PrefixCaching caching, Prefill prefill) {
    return new EngineSettings(
        maxNumSeqs, maxNumBatchedTokens, BLOCK_SIZE, blocks, caching, prefill, COST);
  }

  private static EngineSettings roomy() {
    return settings(100, 1000, 1000, PrefixCaching.OFF, Prefill.CHUNKED);
  }

  /** A prompt that shares no token with one of another first id. */
  private static Prompt prompt(int length, int first) {
    return Prompt.ofTokenIds(LongStream.range(first, (long) first + length).toArray());
  }

  private static Sequence sequence(int prompt, int output) {
    return new Sequence(prompt(prompt, 0), output);
  }

  private static List<Step> untilIdle(Scheduler scheduler) {
    List<Step> steps = new ArrayList<>();
    long now = 0;
    for (Step step = scheduler.step(now); !step.idle(); step = scheduler.step(now)) {
      steps.add(step);
      now = step.endsAt();
    }
    return steps;
  }

  @Test
  void thePromptIsOneStepAndGivesTheFirstTokenThenEachStepGivesOne() {
    Scheduler scheduler = new Scheduler(roomy());
    scheduler.add(sequence(10, 3));
    assertThat(untilIdle(scheduler)).extracting(Step::tokens).containsExactly(10, 1, 1);
  }

  @Test
  void aStepTakesItsBaseAndAShareOfEachSequenceAndToken() {
    Scheduler scheduler = new Scheduler(roomy());
    scheduler.add(sequence(10, 1));
    scheduler.add(sequence(20, 1));
    assertThat(scheduler.step(5).endsAt()).isEqualTo(5 + 1000 + 2 * 100 + 30 * 10);
  }

  @Test
  void noMoreSequencesRunThanMaxNumSeqs() {
    Scheduler scheduler =
        new Scheduler(settings(2, 1000, 1000, PrefixCaching.OFF, Prefill.CHUNKED));
    for (int i = 0; i < 5; i++) {
      scheduler.add(sequence(4, 2));
    }
    scheduler.step(0);
    assertThat(scheduler.stats().running()).isEqualTo(2);
    assertThat(scheduler.stats().waiting()).isEqualTo(3);
  }

  @Test
  void aLongPromptIsComputedInChunksOfTheBatchedTokens() {
    Scheduler scheduler = new Scheduler(settings(10, 8, 1000, PrefixCaching.OFF, Prefill.CHUNKED));
    scheduler.add(sequence(20, 1));
    assertThat(untilIdle(scheduler)).extracting(Step::tokens).containsExactly(8, 8, 4);
  }

  @Test
  void withoutChunksAPromptWaitsForAStepThatHoldsItWhole() {
    Scheduler scheduler = new Scheduler(settings(10, 20, 1000, PrefixCaching.OFF, Prefill.WHOLE));
    scheduler.add(sequence(12, 1));
    scheduler.add(sequence(12, 1));
    assertThat(untilIdle(scheduler)).extracting(Step::tokens).containsExactly(12, 12);
  }

  @Test
  void anEqualPromptIsFoundInThePrefixCacheButForItsLastBlock() {
    Scheduler scheduler =
        new Scheduler(settings(10, 1000, 1000, PrefixCaching.ON, Prefill.CHUNKED));
    scheduler.add(sequence(16, 1));
    untilIdle(scheduler);
    scheduler.add(sequence(16, 1));
    assertThat(untilIdle(scheduler)).extracting(Step::tokens).containsExactly(4);
    assertThat(scheduler.stats().prefixCacheHits()).isEqualTo(12);
  }

  @Test
  void withoutPrefixCachingAnEqualPromptIsComputedAgain() {
    Scheduler scheduler = new Scheduler(roomy());
    scheduler.add(sequence(16, 1));
    untilIdle(scheduler);
    scheduler.add(sequence(16, 1));
    assertThat(untilIdle(scheduler)).extracting(Step::tokens).containsExactly(16);
  }

  @Test
  void whenBlocksRunOutTheLastAdmittedIsPreemptedAndStillFinished() {
    Scheduler scheduler = new Scheduler(settings(10, 1000, 5, PrefixCaching.OFF, Prefill.CHUNKED));
    Sequence first = sequence(8, 8);
    Sequence second = sequence(8, 8);
    scheduler.add(first);
    scheduler.add(second);
    untilIdle(scheduler);
    assertThat(scheduler.stats().preemptions()).isPositive();
    assertThat(List.of(first, second)).allMatch(Sequence::finished);
  }

  @Test
  void aSequenceThatCouldNeverFitIsRefused() {
    Scheduler scheduler = new Scheduler(settings(10, 1000, 5, PrefixCaching.OFF, Prefill.CHUNKED));
    Sequence tooLong = sequence(20, 1);
    assertThatThrownBy(() -> scheduler.add(tooLong)).hasMessage("tokens must be <= 20, got: 21");
  }

  @Test
  void anAbortedSequenceGivesItsBlocksBack() {
    Scheduler scheduler = new Scheduler(roomy());
    Sequence gone = sequence(16, 100);
    scheduler.add(gone);
    scheduler.step(0);
    scheduler.abort(gone);
    assertThat(scheduler.stats().kvCacheUsage()).isZero();
    assertThat(scheduler.step(0).idle()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void limitsHoldInEveryStepAndEverySequenceGetsItsTokens(long seed) {
    Random random = new Random(seed);
    EngineSettings settings =
        settings(
            1 + random.nextInt(8),
            1 + random.nextInt(40),
            30 + random.nextInt(30),
            random.nextBoolean() ? PrefixCaching.ON : PrefixCaching.OFF,
            Prefill.CHUNKED);
    Scheduler scheduler = new Scheduler(settings);
    int expected = 0;
    for (int i = 0; i < 60; i++) {
      int output = 1 + random.nextInt(40);
      expected += output;
      scheduler.add(new Sequence(prompt(1 + random.nextInt(60), random.nextInt(3)), output));
    }
    List<Step> steps = untilIdle(scheduler);
    assertThat(steps)
        .allMatch(step -> step.sequences() <= settings.maxNumSeqs())
        .allMatch(step -> step.tokens() <= settings.maxNumBatchedTokens());
    assertThat(steps.stream().mapToInt(step -> step.emitted().size()).sum()).isEqualTo(expected);
    assertThat(scheduler.stats().kvCacheUsage()).isZero();
  }
}
