package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All contrasts of one parameter and one metric over all load points: what Holm's adjustment
 * counts.
 *
 * @param findings one a value and load point
 */
record Family(List<Finding> findings) {
  Family {
    findings = List.copyOf(findings);
  }

  /**
   * A parameter of the server.
   *
   * @param parameter index of the one that is compared
   * @param reference its value that the others are held against
   */
  static Family ofServer(MetricModels models, int parameter, String reference) {
    List<Finding> findings = new ArrayList<>();
    models
        .blocked()
        .forEach(
            (load, model) ->
                values(model, parameter, reference)
                    .forEach(
                        value ->
                            findings.add(
                                finding(models, load, model, parameter, value, reference))));
    return new Family(findings);
  }

  /** The values of a parameter but the reference. */
  static List<String> values(StartModel model, int parameter, String reference) {
    return model.cells().stream()
        .map(cell -> cell.at(parameter))
        .distinct()
        .filter(value -> !value.equals(reference))
        .sorted(NaturalOrder.OF_TEXTS)
        .toList();
  }

  private static Finding finding(
      MetricModels models,
      LoadPoint load,
      StartModel model,
      int parameter,
      String value,
      String reference) {
    List<Stratum> strata = Stratum.of(model.cells(), parameter, value, reference);
    return strata.isEmpty()
        ? Finding.confounded(
            load,
            value,
            reference,
            Stratum.confounders(model.cells(), models.parameters(), parameter, value, reference))
        : Finding.ofServer(load, model, value, reference, strata, models.scale());
  }

  List<Effect> judged(ComparedMetric metric, Scale scale, Levels levels) {
    List<Finding> matched = findings.stream().filter(Finding::isMatched).toList();
    // A contrast without a p counts too: which of them get more starts may have been chosen by
    // looking at the others.
    double[] adjusted =
        Holm.adjust(matched.stream().map(f -> f.p() == null ? (Double) 1.0 : f.p()).toList());
    Map<LoadPoint, Set<Cell>> cells = new HashMap<>();
    matched.forEach(f -> cells.computeIfAbsent(f.load(), any -> new HashSet<>()).addAll(f.cells()));
    Judge judge = new Judge(metric, scale, levels, matched.size());
    List<Effect> effects = new ArrayList<>();
    int place = 0;
    for (Finding finding : findings) {
      Double holm = finding.isMatched() && finding.p() != null ? (Double) adjusted[place] : null;
      place += finding.isMatched() ? 1 : 0;
      effects.add(judge.effect(finding, holm, cells.getOrDefault(finding.load(), Set.of())));
    }
    return effects;
  }
}
