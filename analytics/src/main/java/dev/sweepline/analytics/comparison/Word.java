package dev.sweepline.analytics.comparison;

import java.util.Locale;

/** What may be said of a value against the reference. */
public enum Word {
  /** The 90 % interval lies inside the margin; wins over the others. */
  EQUIVALENT,
  BETTER,
  WORSE,
  NOT_DISTINGUISHABLE,
  /** No start variance is known, or a side rests on one start: an effect, no word on it. */
  TOO_FEW_STARTS;

  /** As reports have it: {@code not distinguishable}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
