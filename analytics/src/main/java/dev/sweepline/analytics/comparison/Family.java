package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * All contrasts of one parameter and one metric over all load points: what Holm's adjustment
 * counts.
 *
 * @param scale of the values
 * @param findings one a value and load point
 */
record Family(Scale scale, List<Finding> findings) {
  /**
   * @param parameters that make the cells
   * @param parameter index of the one that is compared
   * @param reference its value that the others are held against
   */
  static Family of(StartValues starts, List<String> parameters, int parameter, String reference) {
    List<Finding> findings = new ArrayList<>();
    starts
        .byLoad()
        .forEach(
            (load, values) -> {
              StartModel model = new StartModel(values, starts.scale());
              model.cells().stream()
                  .map(cell -> cell.at(parameter))
                  .distinct()
                  .filter(value -> !value.equals(reference))
                  .sorted(NaturalOrder.OF_TEXTS)
                  .forEach(
                      value ->
                          findings.add(
                              Finding.of(
                                  load,
                                  model,
                                  parameters,
                                  parameter,
                                  value,
                                  reference,
                                  starts.scale())));
            });
    return new Family(starts.scale(), findings);
  }

  List<Effect> judged(ComparedMetric metric, Levels levels) {
    return Effect.judge(findings, metric, scale, levels);
  }
}
