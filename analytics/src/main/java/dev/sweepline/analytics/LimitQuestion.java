package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit of a metric.
 *
 * @param metric its column
 * @param value in the metric's unit
 */
record LimitQuestion(String metric, double value) {
  private static final Pattern FORM = Pattern.compile("(\\w+)\\s*(<=|>=)\\s*(\\d+(?:\\.\\d+)?)");

  static LimitQuestion parse(String text, SweepRuns runs) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Double.parseDouble(form.group(3)) <= 0) {
      throw refused(text, "must be like ttft_p95<=2000");
    }
    String metric =
        new KnownColumns("--limit", runs.metrics(), "no metric that runs can be compared by")
            .known(text, form.group(1));
    boolean upper = form.group(2).equals("<=");
    if (upper == runs.higherIsBetter(metric)) {
      throw refused(text, "a limit lies on the bad side; did you mean " + (upper ? ">=?" : "<=?"));
    }
    return new LimitQuestion(metric, Double.parseDouble(form.group(3)));
  }

  private static UserError refused(String text, String why) {
    return new UserError(ExitCode.USAGE, "--limit %s: %s".formatted(text, why));
  }
}
