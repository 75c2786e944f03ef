package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Holds numbers against known ones. */
record Closeness(SoftAssertions softly, String place) {
  private static final double RELATIVE = 1e-9;

  /** Where a quantile of t or chi-square enters. */
  private static final double QUANTILES_RELATIVE = 1e-8;

  private static final double NOTHING = 1e-12;

  void exact(String what, @Nullable Double actual, JsonNode expected) {
    near(what, actual, expected, RELATIVE);
  }

  void quantile(String what, @Nullable Double actual, JsonNode expected) {
    near(what, actual, expected, QUANTILES_RELATIVE);
  }

  void interval(String what, @Nullable Interval actual, JsonNode expected) {
    quantile(what + " low", actual == null ? null : actual.low(), expected.path(0));
    quantile(what + " high", actual == null ? null : actual.high(), expected.path(1));
  }

  void same(String what, @Nullable Object actual, @Nullable Object expected) {
    softly.assertThat(actual).as(place + " " + what).isEqualTo(expected);
  }

  /** Null and a missing key are the same. */
  void text(String what, @Nullable String actual, JsonNode expected) {
    same(what, actual, expected.isTextual() ? expected.asText() : null);
  }

  private void near(String what, @Nullable Double actual, JsonNode expected, double relative) {
    if (!expected.isNumber()) {
      softly.assertThat(actual).as(place + " " + what).isNull();
      return;
    }
    double value = expected.doubleValue();
    softly
        .assertThat(actual)
        .as(place + " " + what)
        .isNotNull()
        .isCloseTo(value, within(Math.max(NOTHING, relative * Math.abs(value))));
  }
}
