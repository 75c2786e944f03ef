package dev.sweepline.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the settings and the traffic: seeds 0 to 99 in blocks of 20, the failing one is named.
 */
class SchedulerPropertiesTest {
  private static final int LONGEST = 60;

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 40, 60, 80})
  void tokensAreConservedAndNoLimitIsExceeded(int firstSeed) {
    IntStream.range(firstSeed, firstSeed + 20).forEach(SchedulerPropertiesTest::check);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 40, 60, 80})
  void theSameTrafficGivesTheSameSteps(int firstSeed) {
    for (int seed = firstSeed; seed < firstSeed + 20; seed++) {
      assertThat(shape(run(seed))).as("seed %d", seed).isEqualTo(shape(run(seed)));
    }
  }

  private static void check(int seed) {
    Run run = run(seed);
    EngineSettings settings = run.settings();
    long asked = run.sequences().stream().mapToLong(Sequence::outputTokens).sum();
    long prompts = run.sequences().stream().mapToLong(Sequence::promptTokens).sum();
    EngineStats end = run.stats().get(run.stats().size() - 1);

    assertThat(run.sequences()).as("seed %d", seed).allMatch(Sequence::finished);
    assertThat(run.steps().stream().mapToLong(step -> step.emitted().size()).sum())
        .as("tokens emitted, seed %d", seed)
        .isEqualTo(asked);
    assertThat(end)
        .as("at the end, seed %d", seed)
        .extracting(
            EngineStats::running,
            EngineStats::waiting,
            EngineStats::kvCacheUsage,
            EngineStats::generationTokens,
            EngineStats::promptTokens)
        .containsExactly(0, 0, 0.0, asked, prompts);
    assertThat(run.steps())
        .as("steps, seed %d", seed)
        .allMatch(step -> step.sequences() <= settings.maxNumSeqs())
        .allMatch(step -> step.tokens() <= settings.maxNumBatchedTokens());
    assertThat(run.stats())
        .as("stats, seed %d", seed)
        .allMatch(stats -> stats.running() <= settings.maxNumSeqs())
        .allMatch(stats -> stats.kvCacheUsage() >= 0 && stats.kvCacheUsage() <= 1)
        .allMatch(stats -> stats.cachedPromptTokens() <= stats.promptTokens());
  }

  private static List<String> shape(Run run) {
    return run.steps().stream()
        .map(
            step ->
                "%d %d %d %d"
                    .formatted(
                        step.endsAt(), step.sequences(), step.tokens(), step.emitted().size()))
        .toList();
  }

  private static Run run(int seed) {
    Random random = new Random(seed);
    Prefill prefill = random.nextBoolean() ? Prefill.CHUNKED : Prefill.WHOLE;
    int blockSize = 1 + random.nextInt(8);
    EngineSettings settings =
        new EngineSettings(
            1 + random.nextInt(8),
            prefill == Prefill.WHOLE ? 2 * LONGEST : 1 + random.nextInt(LONGEST),
            blockSize,
            2 * LONGEST / blockSize + 1 + random.nextInt(20),
            random.nextBoolean() ? PrefixCaching.ON : PrefixCaching.OFF,
            prefill,
            new StepCost(1_000, 10, 1));
    Scheduler scheduler = new Scheduler(settings);
    Run run = new Run(settings, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int left = 40;
    long now = 0;
    while (left > 0 || scheduler.stats().running() + scheduler.stats().waiting() > 0) {
      if (left > 0 && random.nextInt(3) == 0) {
        // Few names, so that prompts come again.
        Sequence sequence =
            new Sequence(
                Engines.prompt(random.nextInt(6), 1 + random.nextInt(LONGEST)),
                1 + random.nextInt(LONGEST));
        scheduler.add(sequence);
        run.sequences().add(sequence);
        left--;
      }
      Step step = scheduler.step(now);
      now = step.endsAt();
      run.steps().add(step);
      run.stats().add(scheduler.stats());
    }
    return run;
  }

  private record Run(
      EngineSettings settings,
      List<Sequence> sequences,
      List<Step> steps,
      List<EngineStats> stats) {}
}
