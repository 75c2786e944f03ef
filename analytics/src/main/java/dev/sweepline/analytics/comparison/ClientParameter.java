package dev.sweepline.analytics.comparison;

import java.util.Locale;
import java.util.function.Function;

/** What the client decides, so that one start of a server sees several values of it. */
public enum ClientParameter {
  /** The load, on the same dataset. */
  LOAD(LoadPoint::load, point -> String.valueOf(point.dataset())),
  /** The dataset, at the same load. */
  DATASET(point -> String.valueOf(point.dataset()), LoadPoint::setting);

  private final Function<LoadPoint, String> value;
  private final Function<LoadPoint, String> rest;

  ClientParameter(Function<LoadPoint, String> value, Function<LoadPoint, String> rest) {
    this.value = value;
    this.rest = rest;
  }

  String value(LoadPoint point) {
    return value.apply(point);
  }

  /** Its name, as options and reports have it. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where its values stand beside each other. */
  String group(LoadPoint point) {
    return this == LOAD ? "dataset " + point.dataset() : point.slug();
  }

  /** What must be equal for two values to be compared. */
  String rest(LoadPoint point) {
    return rest.apply(point);
  }
}
