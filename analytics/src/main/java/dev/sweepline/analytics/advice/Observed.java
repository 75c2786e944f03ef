package dev.sweepline.analytics.advice;

import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;

/**
 * What rules look at.
 *
 * @param runs all runs
 * @param comparisons that were made of them
 */
record Observed(RunsTable runs, List<ParameterComparison> comparisons) {}
