package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweepline.analytics.table.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small cases whose values are worked out by hand. */
class ParameterComparisonTest {
  private static final ComparedMetric TPOT = Metrics.of("tpot_p50");
  private static final ComparedMetric PREEMPTIONS = Metrics.of("prom_preemptions");

  private final List<RunRow> rows = new ArrayList<>();

  private void run(String seqs, String batched, int repeat, String metric, double value) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("exp_id", seqs + "/" + batched);
    row.put("seqs", seqs);
    row.put("batched", batched);
    row.put("repeat", (long) repeat);
    row.put("load", "conc4");
    row.put(metric, value);
    rows.add(new RunRow(row));
  }

  private void run(String seqs, int repeat, double tpot) {
    run(seqs, "8192", repeat, "tpot_p50", tpot);
  }

  private List<Effect> judged(ComparedMetric metric, String... parameters) {
    MetricModels models = MetricModels.of(rows, List.of(parameters), metric);
    return Family.ofServer(models, 0, "64").judged(metric, models.scale(), Look.ONLY.levels());
  }

  private static Interval known(@Nullable Interval interval) {
    return Objects.requireNonNull(interval);
  }

  @Test
  void theIntervalOfTwoAgainstTwoIsThatOfATTest() {
    run("64", 1, 10.0);
    run("64", 2, 10.2);
    run("128", 1, 12.0);
    run("128", 2, 12.4);
    // Logs: means 2.312486 and 2.501301; pooled variance (0.019803² + 0.032790²)/4; t(0.975, 2).
    double a = Math.log(10.2 / 10.0);
    double b = Math.log(12.4 / 12.0);
    double se = Math.sqrt((a * a + b * b) / 4);
    double effect = Math.log(12.0 * 12.4 / (10.0 * 10.2)) / 2;
    double half = 4.302652729911275 * se;
    assertThat(judged(TPOT, "seqs"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isCloseTo(Math.exp(effect), within(1e-12));
              assertThat(found.interval95())
                  .satisfies(
                      interval -> {
                        assertThat(interval.low()).isCloseTo(Math.exp(effect - half), within(1e-9));
                        assertThat(interval.high())
                            .isCloseTo(Math.exp(effect + half), within(1e-9));
                      });
              assertThat(found.word()).isEqualTo(Word.WORSE);
            });
  }

  @Test
  void theNinetyNinePointNineIntervalHoldsTheNarrowerOne() {
    run("64", 1, 10.0);
    run("64", 2, 10.2);
    run("128", 1, 10.1);
    run("128", 2, 10.3);
    assertThat(judged(TPOT, "seqs"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(known(found.interval999()).contains(known(found.interval95()).low()))
                  .isTrue();
              assertThat(known(found.interval999()).contains(known(found.interval95()).high()))
                  .isTrue();
            });
  }

  @Test
  void runsInsideOneStartAreOneValue() {
    run("64", 1, 10.0);
    run("64", 1, 10.2);
    run("64", 1, 9.9);
    run("128", 1, 12.0);
    run("128", 1, 12.1);
    assertThat(judged(TPOT, "seqs"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.startsOfValue()).isEqualTo(1);
              assertThat(found.interval95()).isNull();
              assertThat(found.word()).isEqualTo(Word.TOO_FEW_STARTS);
            });
  }

  @Test
  void oneStartAgainstManyShowsAnIntervalAndNoWord() {
    run("64", 1, 10.0);
    run("64", 2, 10.1);
    run("64", 3, 10.2);
    run("128", 1, 20.0);
    assertThat(judged(TPOT, "seqs"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.interval95()).isNotNull();
              assertThat(found.word()).isEqualTo(Word.TOO_FEW_STARTS);
            });
  }

  @Test
  void nearlyEqualStartsWithLittleSpreadAreEquivalent() {
    for (int repeat = 1; repeat <= 4; repeat++) {
      run("64", repeat, 10.0 + 0.01 * (repeat % 2));
      run("128", repeat, 10.02 + 0.01 * (repeat % 2));
    }
    assertThat(judged(TPOT, "seqs")).extracting(Effect::word).containsExactly(Word.EQUIVALENT);
  }

  @Test
  void aParameterThatNeverChangedAloneIsConfounded() {
    run("64", "8192", 1, "tpot_p50", 10);
    run("64", "8192", 2, "tpot_p50", 11);
    run("128", "16384", 1, "tpot_p50", 12);
    run("128", "16384", 2, "tpot_p50", 13);
    assertThat(judged(TPOT, "seqs", "batched"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.confoundedWith()).containsExactly("batched");
              assertThat(found.word()).isNull();
            });
  }

  @Test
  void countsAreComparedByTheirDifferenceWithWelchsDegreesOfFreedom() {
    run("64", "8192", 1, "prom_preemptions", 0);
    run("64", "8192", 2, "prom_preemptions", 2);
    run("128", "8192", 1, "prom_preemptions", 10);
    run("128", "8192", 2, "prom_preemptions", 14);
    // Means 1 and 12; variances 2 and 8; se² = 1 + 4; df = 25 / (1/1 + 16/1) = 1.4706.
    assertThat(judged(PREEMPTIONS, "seqs"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.effect()).isEqualTo(11.0);
              double half = Distributions.tQuantile(0.975, 25.0 / 17.0) * Math.sqrt(5);
              assertThat(known(found.interval95()).low()).isCloseTo(11 - half, within(1e-9));
            });
  }

  @Test
  void equalSettingsAreSeldomCalledDifferent() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int called = 0;
    int trials = 1_000;
    for (int trial = 0; trial < trials; trial++) {
      rows.clear();
      for (String seqs : List.of("64", "128", "256", "512")) {
        for (int repeat = 1; repeat <= 3; repeat++) {
          run(seqs, repeat, 10 * Math.exp(0.03 * random.nextGaussian()));
        }
      }
      called +=
          judged(TPOT, "seqs").stream()
                  .anyMatch(e -> e.word() == Word.BETTER || e.word() == Word.WORSE)
              ? 1
              : 0;
    }
    // 5 % and four standard errors of the simulation itself.
    assertThat(called / (double) trials).as("seed %d", seed).isLessThan(0.05 + 4 * 0.0069);
  }
}
