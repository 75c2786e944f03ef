package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.ClientParameter;
import dev.sweepline.analytics.comparison.Look;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the sweep, as it was typed: names are held against the table when there is one.
 *
 * @param parameters configuration keys to compare
 * @param metrics columns to compare by; empty for the default of the input
 * @param references {@code VALUE} or {@code KEY=VALUE}
 * @param by parameters of the client to compare
 * @param definitions metrics of the user's own
 * @param pareto pairs of columns
 * @param limits of columns
 * @param top how many to list; null for none
 * @param look which report it is
 * @param suggest file of the next sweep; null for none
 * @param budgetRuns most runs of it
 */
record ComparisonRequest(
    List<String> parameters,
    List<String> metrics,
    List<String> references,
    List<ClientParameter> by,
    List<String> definitions,
    List<String> pareto,
    List<String> limits,
    @Nullable Integer top,
    Look look,
    @Nullable Path suggest,
    int budgetRuns) {
  ComparisonRequest {
    parameters = List.copyOf(parameters);
    metrics = List.copyOf(metrics);
    references = List.copyOf(references);
    by = List.copyOf(by);
    definitions = List.copyOf(definitions);
    pareto = List.copyOf(pareto);
    limits = List.copyOf(limits);
    if (top != null && top < 1) {
      throw new UserError(ExitCode.USAGE, "--top %d: must be 1 or more".formatted(top));
    }
    if (budgetRuns < 1) {
      throw new UserError(
          ExitCode.USAGE, "--budget-runs %d: must be 1 or more".formatted(budgetRuns));
    }
  }
}
