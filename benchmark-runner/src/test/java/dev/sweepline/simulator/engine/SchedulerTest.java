package dev.sweepline.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerTest {
  @Test
  void thePromptIsComputedInOneStepAndEachFurtherTokenInOneMore() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    Engines.add(scheduler, 1, 7, 3);

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(7, 1, 1);
  }

  @Test
  void aStepEndsAfterBasePlusSequencesPlusTokens() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    Engines.add(scheduler, 2, 7, 1);

    assertThat(scheduler.step(500).endsAt()).isEqualTo(500 + 1_000 + 2 * 10 + 14);
  }

  @Test
  void aStepBeginsWhereItIsToldTo() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    Engines.add(scheduler, 1, 7, 2);
    scheduler.step(0);

    assertThat(scheduler.step(9_000).endsAt()).isEqualTo(9_000 + 1_000 + 10 + 1);
  }

  @Test
  void anIdleSchedulerTakesNoTime() {
    Step step = new Scheduler(Engines.unlimited()).step(42);

    assertThat(step).isEqualTo(new Step(42, List.of(), 0, 0));
  }

  @Test
  void sequencesBeyondMaxNumSeqsWait() {
    Scheduler scheduler = new Scheduler(Engines.seqs(2));
    Engines.add(scheduler, 3, 4, 5);
    scheduler.step(0);

    assertThat(scheduler.stats())
        .extracting(EngineStats::running, EngineStats::waiting)
        .containsExactly(2, 1);
  }

  @Test
  void aWaitingSequenceTakesThePlaceOfAFinishedOne() {
    Scheduler scheduler = new Scheduler(Engines.seqs(1));
    Engines.add(scheduler, 2, 4, 1);
    scheduler.step(0);
    scheduler.step(0);

    assertThat(scheduler.stats())
        .extracting(EngineStats::running, EngineStats::waiting)
        .containsExactly(1, 0);
  }

  @Test
  void chunkedPrefillSpreadsAPromptOverSteps() {
    Scheduler scheduler = new Scheduler(Engines.tokens(10, Prefill.CHUNKED));
    Engines.add(scheduler, 1, 25, 1);

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(10, 10, 5);
  }

  @Test
  void chunkedPrefillFillsUpTheStep() {
    Scheduler scheduler = new Scheduler(Engines.tokens(10, Prefill.CHUNKED));
    Engines.add(scheduler, 2, 7, 1);

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(10, 4);
  }

  @Test
  void withoutChunkedPrefillAPromptWaitsForAStepThatHoldsAllOfIt() {
    Scheduler scheduler = new Scheduler(Engines.tokens(10, Prefill.WHOLE));
    Engines.add(scheduler, 2, 7, 1);

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(7, 7);
  }

  @Test
  void runningSequencesGoBeforeWaitingOnes() {
    Scheduler scheduler = new Scheduler(Engines.tokens(8, Prefill.CHUNKED));
    Engines.add(scheduler, 1, 4, 3);
    scheduler.step(0);
    scheduler.add(new Sequence(Engines.prompt(9, 20), 1));

    Step step = scheduler.step(0);

    assertThat(step.emitted()).hasSize(1);
    assertThat(step.tokens()).isEqualTo(8);
  }

  @Test
  void anEqualPromptIsTakenFromThePrefixCacheButForItsLastBlock() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    scheduler.add(new Sequence(Engines.prompt(1, 16), 1));
    Engines.drain(scheduler);
    scheduler.add(new Sequence(Engines.prompt(1, 16), 1));

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(4);
    assertThat(scheduler.stats())
        .extracting(EngineStats::prefixCacheQueries, EngineStats::prefixCacheHits)
        .containsExactly(32L, 12L);
  }

  @Test
  void promptsAreSharedAsFarAsTheyAreEqual() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    scheduler.add(new Sequence(Prompt.ofTokenIds(1, 2, 3, 4, 5, 6, 7, 8, 9), 1));
    Engines.drain(scheduler);
    scheduler.add(new Sequence(Prompt.ofTokenIds(1, 2, 3, 4, 5, 6, 7, 0, 9), 1));

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(5);
  }

  @Test
  void withoutPrefixCachingAnEqualPromptIsComputedAgain() {
    Scheduler scheduler = new Scheduler(Engines.blocks(100, PrefixCaching.OFF));
    scheduler.add(new Sequence(Engines.prompt(1, 16), 1));
    Engines.drain(scheduler);
    scheduler.add(new Sequence(Engines.prompt(1, 16), 1));

    assertThat(Engines.drain(scheduler)).extracting(Step::tokens).containsExactly(16);
    assertThat(scheduler.stats().prefixCacheQueries()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,24", "2,12"})
  void whatWasNotUsedForLongestIsForgottenFirst(int last, long hits) {
    // Two prompts fill the cache; the third takes the place of the second, which is older by then.
    Scheduler scheduler = new Scheduler(Engines.blocks(8, PrefixCaching.ON));
    for (int name : new int[] {1, 2, 1, 3, last}) {
      scheduler.add(new Sequence(Engines.prompt(name, 15), 1));
      Engines.drain(scheduler);
    }

    assertThat(scheduler.stats().prefixCacheHits()).isEqualTo(hits);
  }

  @Test
  void whenBlocksRunOutTheLastAdmittedIsPreempted() {
    // Two sequences of 8 + 8 tokens need 4 blocks each in the end; 6 are there.
    Scheduler scheduler = new Scheduler(Engines.blocks(6, PrefixCaching.OFF));
    List<Sequence> both = Engines.add(scheduler, 2, 8, 8);

    List<Step> steps = Engines.drain(scheduler);

    assertThat(scheduler.stats().preemptions()).isEqualTo(1);
    assertThat(steps.stream().filter(step -> step.emitted().contains(both.get(0))))
        .containsExactlyElementsOf(steps.subList(0, 8));
  }

  @Test
  void aPreemptedSequenceIsRecomputedWithWhatItHadGenerated() {
    Scheduler scheduler = new Scheduler(Engines.blocks(6, PrefixCaching.OFF));
    Engines.add(scheduler, 2, 8, 8);

    // Both generate 5 tokens in 3 blocks each; for the 6th the first takes a block of the second.
    assertThat(Engines.drain(scheduler))
        .extracting(Step::tokens)
        .containsExactly(16, 2, 2, 2, 2, 1, 1, 1, 13, 1, 1);
  }

  @Test
  void withBlocksEnoughNobodyIsPreempted() {
    Scheduler scheduler = new Scheduler(Engines.blocks(8, PrefixCaching.OFF));
    Engines.add(scheduler, 2, 8, 8);
    Engines.drain(scheduler);

    assertThat(scheduler.stats().preemptions()).isZero();
  }

  @Test
  void aSequenceThatCanNeverFitIsRefused() {
    Scheduler scheduler = new Scheduler(Engines.blocks(2, PrefixCaching.OFF));

    assertThatThrownBy(() -> scheduler.add(new Sequence(Engines.prompt(1, 8), 1)))
        .hasMessage("tokens must be <= 8, got: 9");
  }

  @Test
  void anAbortedSequenceGivesItsBlocksBack() {
    Scheduler scheduler = new Scheduler(Engines.unlimited());
    Sequence sequence = new Sequence(Engines.prompt(1, 8), 5);
    scheduler.add(sequence);
    scheduler.step(0);
    scheduler.abort(sequence);

    assertThat(scheduler.step(0).idle()).isTrue();
    assertThat(scheduler.stats().kvCacheUsage()).isZero();
  }

  @Test
  void usageIsTheShareOfBlocksHeld() {
    Scheduler scheduler = new Scheduler(Engines.blocks(10, PrefixCaching.OFF));
    Engines.add(scheduler, 1, 9, 2);
    scheduler.step(0);

    assertThat(scheduler.stats().kvCacheUsage()).isEqualTo(0.3);
  }
}
