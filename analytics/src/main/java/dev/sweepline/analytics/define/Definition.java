package dev.sweepline.analytics.define;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.measure.Metric;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric of the user's own, as it was typed: {@code NAME = EXPRESSION}, or {@code NAME:min =
 * EXPRESSION} where less is better.
 *
 * @param name of its column
 * @param direction which way it is better
 * @param expression over the columns of {@code runs}
 */
public record Definition(String name, Metric.Direction direction, String expression) {
  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9_]{0,63})(?::(max|min))?\\s*=(?!=)\\s*(.+)", Pattern.DOTALL);

  /**
   * Reads one.
   *
   * @throws UserError when it is not of the form, exit code 2
   */
  public static Definition parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UserError(
          ExitCode.USAGE,
          "--define %s: must be like 'efficiency = steady_tokens_per_sec / nodes', or 'cost:min = …'"
                  .formatted(text)
              + " where less is better");
    }
    return new Definition(
        form.group(1),
        "min".equals(form.group(2)) ? Metric.Direction.LOWER : Metric.Direction.HIGHER,
        form.group(3).strip());
  }

  UserError refused(String why) {
    return new UserError(ExitCode.USAGE, "--define %s = %s: %s".formatted(name, expression, why));
  }
}
