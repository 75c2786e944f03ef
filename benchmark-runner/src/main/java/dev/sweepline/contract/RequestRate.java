package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** Requests per second of an open loop; {@code "inf"} sends all at once. */
public record RequestRate(double perSecond) implements Serializable {
  private static final String INFINITE = "inf";
  private static final String RULE = "must be a number > 0 or \"inf\"";

  /** The key that holds a rate is its owner's to name. */
  private static final String WHOLE = "";

  public RequestRate {
    Rules.hold(perSecond > 0, WHOLE, RULE, perSecond);
  }

  /** From JSON: a number or the string {@code inf}. */
  @JsonCreator
  static RequestRate fromJson(Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new RequestRate(number.doubleValue());
    }
    Rules.hold(INFINITE.equals(value), WHOLE, RULE, value);
    return new RequestRate(Double.POSITIVE_INFINITY);
  }

  /**
   * From an option's text.
   *
   * @throws IllegalArgumentException when it is neither a positive number nor {@code inf}
   */
  public static RequestRate parse(String text) {
    if (text.equals(INFINITE)) {
      return new RequestRate(Double.POSITIVE_INFINITY);
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    Rules.hold(Double.isFinite(value) && value > 0, WHOLE, RULE, text);
    return new RequestRate(value);
  }

  /** Whether all requests are sent at once. */
  public boolean isInfinite() {
    return Double.isInfinite(perSecond);
  }

  @JsonValue
  Object toJson() {
    return isInfinite() ? INFINITE : (Object) perSecond;
  }

  /** The shortest form: {@code 10}, {@code 2.5}, {@code inf}. */
  @Override
  public String toString() {
    return isInfinite() ? INFINITE : CanonicalJson.number(perSecond);
  }
}
