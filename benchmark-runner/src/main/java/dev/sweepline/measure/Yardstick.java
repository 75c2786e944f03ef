package dev.sweepline.measure;

import dev.sweepline.measure.verdict.Thresholds;
import java.io.Serializable;

/**
 * What runs are held against: two runs are judged alike when their yardsticks are equal.
 *
 * @param slo for goodput
 * @param thresholds of the verdict rules
 */
public record Yardstick(Slo slo, Thresholds thresholds) implements Serializable {
  private static final long serialVersionUID = 1;

  /** With the rules' own thresholds. */
  public static Yardstick of(Slo slo) {
    return new Yardstick(slo, Thresholds.STANDARD);
  }
}
