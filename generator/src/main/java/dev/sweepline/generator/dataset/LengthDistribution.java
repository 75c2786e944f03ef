package dev.sweepline.generator.dataset;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.distribution.LogNormalDistribution;

/** Lengths in tokens, drawn independently. */
@FunctionalInterface
public interface LengthDistribution {
  /** Longest that is drawn, in tokens. */
  int LONGEST = 1_000_000;

  /** The next length, at least 1. */
  int draw(Random random);

  /** Whether a text names a distribution rather than shares of bands. */
  static boolean names(String text) {
    return text.indexOf(':') >= 0;
  }

  /**
   * From {@code fixed:N}, {@code uniform:A-B} or {@code lognormal:p50=X,p95=Y}.
   *
   * @throws IllegalArgumentException when it has another form
   */
  static LengthDistribution parse(String text) {
    Matcher form =
        Pattern.compile(
                "fixed:(\\d{1,7})|uniform:(\\d{1,7})-(\\d{1,7})|lognormal:p50=(\\d{1,7}),p95=(\\d{1,7})")
            .matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "lengths must be like fixed:512, uniform:100-2000 or lognormal:p50=300,p95=2000, got: "
              + text);
    }
    if (form.group(1) != null) {
      int length = length(form.group(1));
      return random -> length;
    }
    return form.group(2) != null
        ? uniform(length(form.group(2)), length(form.group(3)))
        : lognormal(length(form.group(4)), length(form.group(5)));
  }

  private static LengthDistribution uniform(int min, int max) {
    if (min > max) {
      throw new IllegalArgumentException(
          "uniform lengths must go from the smaller to the greater, got: %d-%d"
              .formatted(min, max));
    }
    return random -> min + random.nextInt(max - min + 1);
  }

  /** The percentiles of the logarithm give its mean and, by the normal quantile, its deviation. */
  private static LengthDistribution lognormal(int median, int p95) {
    if (p95 <= median) {
      throw new IllegalArgumentException(
          "p95 must be greater than p50, got: p50=%d,p95=%d".formatted(median, p95));
    }
    double normalP95 = 1.6448536269514722;
    LogNormalDistribution lognormal =
        new LogNormalDistribution(
            null,
            StrictMath.log(median),
            (StrictMath.log(p95) - StrictMath.log(median)) / normalP95);
    return random ->
        (int)
            Math.max(
                1,
                Math.min(
                    LONGEST,
                    Math.round(lognormal.inverseCumulativeProbability(random.nextDouble()))));
  }

  private static int length(String digits) {
    int length = Integer.parseInt(digits);
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "a length must be from 1 to %d tokens, got: %s".formatted(LONGEST, digits));
    }
    return length;
  }
}
