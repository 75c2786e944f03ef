package dev.sweepline.analytics.suggest;

import dev.sweepline.analytics.comparison.BestSet;
import dev.sweepline.analytics.comparison.Configuration;
import dev.sweepline.analytics.comparison.MetricFindings;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.StartsNeeded;
import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.analytics.comparison.ValueSummary;
import dev.sweepline.analytics.comparison.Word;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A sweep for the next round: the levels around the best set, with the starts that would settle
 * what is open, within a budget of runs.
 *
 * @param axes of the parameters that still vary
 * @param repeats server starts of each configuration
 * @param base a run with the best configuration: what the others start from
 * @param loads of the next round
 */
public record SuggestedSweep(List<Axis> axes, int repeats, RunRow base, SuggestedLoads loads) {
  private static final int FEWEST_REPEATS = 2;
  private static final int USUAL_REPEATS = 3;
  private static final String NOT_STATED = "-";

  /**
   * The next round.
   *
   * @param comparisons that were asked for: what is open in them is given more starts
   * @param budget most runs
   * @throws UserError when no run can be used (exit code 66), or the budget does not reach for one
   *     run of the best configuration at each load (exit code 2)
   */
  public static SuggestedSweep of(
      SweepRuns runs,
      MetricFindings findings,
      Collection<ParameterComparison> comparisons,
      int budget) {
    if (findings.best().isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "--suggest: no run can be compared by %s; the report says why"
              .formatted(findings.metric()));
    }
    Configuration best = findings.best().get(findings.best().size() - 1).members().get(0);
    List<RunRow> like = runs.rows().stream().filter(row -> has(row, best)).toList();
    SuggestedLoads loads = SuggestedLoads.of(runs.rows());
    List<Axis> axes = new ArrayList<>();
    best.settings()
        .forEach(
            (column, level) -> {
              if (!level.equals(NOT_STATED)) {
                axes.add(Axis.around(column, level, kept(findings, column), levels(runs, column)));
              }
            });
    int repeats = repeats(comparisons);
    while (runs(axes, repeats, loads) > budget) {
      Axis widest =
          axes.stream().max(Comparator.comparingInt(axis -> axis.levels().size())).orElse(null);
      if (widest != null && widest.levels().size() > 1) {
        axes.set(axes.indexOf(widest), widest.narrower());
      } else if (repeats > 1) {
        repeats--;
      } else {
        throw new UserError(
            ExitCode.USAGE,
            "--budget-runs %d: one configuration at each load takes %d"
                .formatted(budget, loads.count()));
      }
    }
    return new SuggestedSweep(List.copyOf(axes), repeats, like.get(0), loads);
  }

  private static boolean has(RunRow row, Configuration configuration) {
    return configuration.settings().entrySet().stream()
        .allMatch(
            entry ->
                Objects.requireNonNullElse(row.text(entry.getKey()), NOT_STATED)
                    .equals(entry.getValue()));
  }

  private static Set<String> kept(MetricFindings findings, String column) {
    Set<String> levels = new LinkedHashSet<>();
    for (BestSet set : findings.best()) {
      set.members().forEach(member -> levels.add(member.settings().getOrDefault(column, "-")));
    }
    levels.remove(NOT_STATED);
    return levels;
  }

  private static Set<String> levels(SweepRuns runs, String column) {
    Set<String> levels = new LinkedHashSet<>();
    runs.rows().stream().map(row -> row.text(column)).filter(Objects::nonNull).forEach(levels::add);
    return levels;
  }

  /** The most starts that anything open asks for. */
  private static int repeats(Collection<ParameterComparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.values().stream())
        .map(ValueSummary::effect)
        .filter(Objects::nonNull)
        .filter(
            effect ->
                effect.word() == Word.NOT_DISTINGUISHABLE || effect.word() == Word.TOO_FEW_STARTS)
        .map(effect -> effect.startsNeeded())
        .filter(Objects::nonNull)
        .map(StartsNeeded::safe)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(most -> Math.max(FEWEST_REPEATS, most))
        .orElse(USUAL_REPEATS);
  }

  private static long runs(List<Axis> axes, int repeats, SuggestedLoads loads) {
    return axes.stream().mapToLong(axis -> axis.levels().size()).reduce(1, (a, b) -> a * b)
        * repeats
        * loads.count();
  }

  /** Runs of the whole sweep. */
  public long runs() {
    return runs(axes, repeats, loads);
  }
}
