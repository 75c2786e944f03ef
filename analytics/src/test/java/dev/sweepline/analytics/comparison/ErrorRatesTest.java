package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the comparison errs, on made-up sweeps whose truth is known: runs vary by 1 %, starts
 * by 0, 1 or 3 %. More trials with {@code -Dsweepline.soak=true}.
 */
class ErrorRatesTest {
  private static final int TRIALS = Boolean.getBoolean("sweepline.soak") ? 10_000 : 600;
  private static final double RUN_SD = 0.01;
  private static final int PILOT = 3;
  private static final int MOST_STARTS = 50;
  private static final ComparedMetric METRIC = Metrics.of("steady_tokens_per_sec");

  /** A sweep of one parameter at one load. */
  private static final class Sweep {
    private final Random random;
    private final double startSd;
    private final double[] effects;
    private final List<Start> starts = new ArrayList<>();
    private final int[] counts;

    Sweep(Random random, double startSd, double... effects) {
      this.random = random;
      this.startSd = startSd;
      this.effects = effects;
      this.counts = new int[effects.length];
    }

    /** Starts until each cell has this many. */
    Sweep upTo(int repeats) {
      for (int cell = 0; cell < effects.length; cell++) {
        add(cell, repeats);
      }
      return this;
    }

    void add(int cell, int repeats) {
      while (counts[cell] < repeats) {
        counts[cell]++;
        double sd = Math.hypot(startSd, RUN_SD);
        starts.add(
            new Start(cell(cell), "" + counts[cell], effects[cell] + sd * random.nextGaussian()));
      }
    }

    static Cell cell(int place) {
      return new Cell(List.of("" + place));
    }

    StartModel model() {
      return StartModel.of(starts, Scale.LOG);
    }

    List<Effect> judged(Look look) {
      StartModel model = model();
      LoadPoint load = new LoadPoint("16", null, "16", "", 16.0);
      List<Finding> findings = new ArrayList<>();
      for (String value : Family.values(model, 0, "0")) {
        findings.add(
            Finding.ofServer(
                load, model, value, "0", Stratum.of(model.cells(), 0, value, "0"), Scale.LOG));
      }
      return new Family(findings).judged(METRIC, Scale.LOG, look.levels());
    }
  }

  private static boolean isDifferent(Effect effect) {
    return effect.word() == Word.BETTER || effect.word() == Word.WORSE;
  }

  /** Three standard errors of a share that is found by simulation. */
  private static double chance(double share, int trials) {
    return 3 * Math.sqrt(share * (1 - share) / trials);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.03})
  void equalSettingsAreCalledDifferentInFivePercentAlsoAfterASecondLook(double startSd) {
    Random random = new Random(20_001);
    int called = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Sweep sweep = new Sweep(random, startSd, 0, 0, 0, 0).upTo(PILOT);
      List<Effect> first = sweep.judged(Look.FIRST);
      boolean different = first.stream().anyMatch(ErrorRatesTest::isDifferent);
      // More starts for the value that looks most promising, as a person would.
      int promising =
          1 + first.indexOf(first.stream().min((a, b) -> Double.compare(p(a), p(b))).orElseThrow());
      sweep.add(promising, 2 * PILOT);
      sweep.add(0, 2 * PILOT);
      called +=
          different || sweep.judged(Look.SECOND).stream().anyMatch(ErrorRatesTest::isDifferent)
              ? 1
              : 0;
    }
    assertThat(called / (double) TRIALS).isLessThanOrEqualTo(0.05 + chance(0.05, TRIALS));
  }

  private static double p(Effect effect) {
    Double p = effect.p();
    return p == null ? 1 : p;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.03})
  void aTrueEffectIsFoundWithTheStartsThatWereAskedFor(double startSd) {
    Random random = new Random(20_002);
    int asked = 0;
    int found = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Sweep sweep = new Sweep(random, startSd, 0, Math.log(1.05)).upTo(PILOT);
      Effect first = sweep.judged(Look.FIRST).get(0);
      StartsNeeded needed = first.startsNeeded();
      Integer safe = needed == null ? null : needed.safe();
      int repeats = safe == null ? MOST_STARTS : safe;
      asked++;
      boolean early = first.word() == Word.BETTER;
      found +=
          early || sweep.upTo(repeats).judged(Look.SECOND).get(0).word() == Word.BETTER ? 1 : 0;
    }
    assertThat(found / (double) asked).isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.03})
  void intervalsCoverTheTruthInNinetyFivePercent(double startSd) {
    Random random = new Random(20_003);
    double[] truth = {0, 0.02, 0.05, -0.04};
    int covered = 0;
    int intervals = 0;
    for (int trial = 0; trial < TRIALS * 4; trial++) {
      StartModel model = new Sweep(random, startSd, truth).upTo(PILOT).model();
      for (int i = 1; i < truth.length; i++) {
        Interval interval =
            model
                .estimate(Contrast.between(Sweep.cell(i), Sweep.cell(0)))
                .interval(Look.ONLY.levels().interval());
        intervals++;
        covered += interval != null && interval.contains(truth[i]) ? 1 : 0;
      }
    }
    assertThat(covered / (double) intervals).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "0.01, 16", "0.03, 16"})
  void theBestSetKeepsTheTrueBest(double startSd, int cells) {
    Random random = new Random(20_004);
    int kept = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Sweep sweep = new Sweep(random, startSd, new double[cells]).upTo(2);
      MetricModels models = models();
      LoadPoint load = new LoadPoint("16", null, "16", "", 16.0);
      // All are equally good; the first stands for the true best.
      kept +=
          BestSet.of(load, models, sweep.model()).members().stream()
                  .anyMatch(member -> "0".equals(member.settings().get("seqs")))
              ? 1
              : 0;
    }
    assertThat(kept / (double) TRIALS).isGreaterThanOrEqualTo(0.95 - chance(0.05, TRIALS));
  }

  private static MetricModels models() {
    return MetricModels.of(List.of(), List.of("seqs"), METRIC);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.03})
  void withOneStartNothingIsCalledBetter(double startSd) {
    Random random = new Random(20_005);
    for (int trial = 0; trial < TRIALS; trial++) {
      Sweep sweep = new Sweep(random, startSd, 0, 0.05, 0.2, 0.5).upTo(1);
      assertThat(sweep.judged(Look.ONLY))
          .extracting(Effect::word)
          .containsOnly(Word.TOO_FEW_STARTS);
    }
  }
}
