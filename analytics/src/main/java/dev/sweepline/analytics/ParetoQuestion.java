package dev.sweepline.analytics;

import dev.sweepline.analytics.comparison.ParetoSet.Better;
import dev.sweepline.analytics.comparison.SweepRuns;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two columns, each better upwards or downwards: {@code x:max,y:min}. */
record ParetoQuestion(String x, Better xBetter, String y, Better yBetter) {
  private static final Pattern FORM = Pattern.compile("(\\w+):(max|min),(\\w+):(max|min)");

  static ParetoQuestion parse(String text, SweepRuns runs) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UserError(
          ExitCode.USAGE,
          "--pareto %s: must be like steady_tokens_per_sec_per_gpu:max,ttft_p95:min"
              .formatted(text));
    }
    KnownColumns numbers =
        new KnownColumns("--pareto", runs.numbers(), "no metric that is a number");
    return new ParetoQuestion(
        numbers.known(text, form.group(1)),
        better(form.group(2)),
        numbers.known(text, form.group(3)),
        better(form.group(4)));
  }

  private static Better better(String word) {
    return word.equals("max") ? Better.HIGHER : Better.LOWER;
  }
}
